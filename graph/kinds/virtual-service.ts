import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import {
  anything,
  flag,
  message,
  messageMap,
  messages,
  number,
  text,
  textMap,
  texts,
  whole,
} from "./fields.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { readSpec } from "./read-kind.ts";
import { destination, headers, probability, stringMatch } from "./shared.ts";

const httpMatch = {
  name: text,
  uri: message(stringMatch),
  scheme: message(stringMatch),
  method: message(stringMatch),
  authority: message(stringMatch),
  headers: messageMap(stringMatch),
  withoutHeaders: messageMap(stringMatch),
  queryParams: messageMap(stringMatch),
  port: whole,
  sourceLabels: textMap,
  gateways: texts,
  ignoreUriCase: flag,
  sourceNamespace: text,
  statPrefix: text,
} as const;

const rewrite = message({
  uri: text,
  authority: text,
  uriRegexRewrite: message({ match: text, rewrite: text }),
});

const fault = message({
  delay: message({
    percent: whole,
    fixedDelay: text,
    exponentialDelay: text,
    percentage: probability,
  }),
  abort: message({
    percent: whole,
    httpStatus: whole,
    grpcStatus: text,
    http2Error: text,
    percentage: probability,
  }),
});

const httpRoute = {
  name: text,
  match: messages(httpMatch),
  route: messages({ destination, weight: whole, headers }),
  redirect: message({
    uri: text,
    authority: text,
    scheme: text,
    redirectCode: whole,
    port: whole,
    derivePort: text,
    uriRegexRewrite: anything,
  }),
  directResponse: message({ status: whole, body: message({ string: text, bytes: text }) }),
  delegate: message({ name: text, namespace: text }),
  rewrite,
  timeout: text,
  retries: message({
    attempts: whole,
    perTryTimeout: text,
    retryOn: text,
    retryRemoteLocalities: flag,
    retryIgnorePreviousHosts: flag,
    backoff: text,
  }),
  fault,
  mirror: destination,
  mirrors: messages({ destination, percentage: probability }),
  mirrorPercent: whole,
  mirrorPercentage: probability,
  corsPolicy: message({
    allowOrigin: texts,
    allowOrigins: messages(stringMatch),
    allowMethods: texts,
    allowHeaders: texts,
    exposeHeaders: texts,
    maxAge: text,
    allowCredentials: flag,
    unmatchedPreflights: text,
  }),
  headers,
} as const;

const l4Match = {
  destinationSubnets: texts,
  port: whole,
  sourceLabels: textMap,
  gateways: texts,
  sourceNamespace: text,
  sourceSubnet: text,
} as const;

const l4Route = messages({ destination, weight: number });

const schema = fieldsOf({
  hosts: texts,
  gateways: texts,
  http: messages(httpRoute),
  tls: messages({ match: messages({ ...l4Match, sniHosts: texts }), route: l4Route }),
  tcp: messages({ match: messages(l4Match), route: l4Route }),
  exportTo: texts,
});

export type VirtualServiceSpec = z.output<typeof schema>;
export type HttpRoute = NonNullable<VirtualServiceSpec["http"]>[number];
export type HttpMatch = NonNullable<HttpRoute["match"]>[number];

export const virtualServiceType = "networking.istio.io/VirtualService";
const read = readSpec(virtualServiceType, schema);

/** What a VirtualService says. */
export function virtualServiceSpec(object: KubernetesObject): VirtualServiceSpec | undefined {
  return read(object);
}

import type { ValueOf } from "../read/decoding.ts";
import { list, mapOf, message } from "../read/shapes.ts";
import { duration, flag, int32, oneOf, text, uint32 } from "../read/words.ts";
import { destination, headers, percent, stringMatch, textMap, texts } from "./common.ts";

const httpMatch = message({
  name: text,
  uri: stringMatch,
  scheme: stringMatch,
  method: stringMatch,
  authority: stringMatch,
  headers: mapOf(stringMatch, {}),
  port: uint32,
  sourceLabels: textMap,
  gateways: texts,
  queryParams: mapOf(stringMatch, {}),
  ignoreUriCase: flag,
  withoutHeaders: mapOf(stringMatch, {}),
  sourceNamespace: text,
  statPrefix: text,
});

const cors = message({
  allowOrigin: texts,
  allowOrigins: list(stringMatch),
  allowMethods: texts,
  allowHeaders: texts,
  exposeHeaders: texts,
  maxAge: duration,
  allowCredentials: flag,
  unmatchedPreflights: oneOf("UNSPECIFIED", "FORWARD", "IGNORE"),
});

const fault = message({
  delay: message({
    percent: int32,
    fixedDelay: duration,
    exponentialDelay: duration,
    percentage: percent,
  }),
  abort: message({ grpcStatus: text, http2Error: text, httpStatus: int32, percentage: percent }),
});

const redirect = message({
  uri: text,
  prefixRewrite: text,
  authority: text,
  port: uint32,
  derivePort: oneOf("FROM_PROTOCOL_DEFAULT", "FROM_REQUEST_PORT"),
  scheme: text,
  redirectCode: uint32,
});

const rewrite = message({
  uri: text,
  authority: text,
  uriRegexRewrite: message({ match: text, rewrite: text }),
});

const retries = message({
  attempts: int32,
  perTryTimeout: duration,
  retryOn: text,
  retryRemoteLocalities: flag,
  retryIgnorePreviousHosts: flag,
  backoff: duration,
});

const httpRoute = message({
  name: text,
  match: list(httpMatch),
  route: list(message({ destination, weight: int32, headers })),
  redirect,
  directResponse: message({ status: uint32, body: message({ string: text, bytes: text }) }),
  delegate: message({ name: text, namespace: text }),
  rewrite,
  timeout: duration,
  retries,
  fault,
  mirror: destination,
  mirrors: list(message({ destination, percentage: percent })),
  mirrorPercent: uint32,
  mirrorPercentage: percent,
  corsPolicy: cors,
  headers,
});

const connectionMatch = {
  destinationSubnets: texts,
  port: uint32,
  sourceLabels: textMap,
  gateways: texts,
  sourceNamespace: text,
} as const;

const connectionRoute = list(message({ destination, weight: int32 }));
const tlsRoute = message({
  match: list(message({ sniHosts: texts, ...connectionMatch })),
  route: connectionRoute,
});
const tcpRoute = message({
  match: list(message({ ...connectionMatch, sourceSubnet: text })),
  route: connectionRoute,
});

export const virtualServiceFields = message({
  hosts: texts,
  gateways: texts,
  http: list(httpRoute),
  tls: list(tlsRoute),
  tcp: list(tcpRoute),
  exportTo: texts,
});

export type VirtualService = ValueOf<typeof virtualServiceFields>;
export type HttpRoute = ValueOf<typeof httpRoute>;
export type HttpMatch = ValueOf<typeof httpMatch>;
export type Cors = ValueOf<typeof cors>;
export type Fault = ValueOf<typeof fault>;
export type Redirect = ValueOf<typeof redirect>;
export type Rewrite = ValueOf<typeof rewrite>;
export type Retries = ValueOf<typeof retries>;
export type TlsRoute = ValueOf<typeof tlsRoute>;
export type TcpRoute = ValueOf<typeof tcpRoute>;

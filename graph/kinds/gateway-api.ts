import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { anything, message, messages, number, text, textMap, texts, whole } from "./fields.ts";
import { readSpec } from "./read-kind.ts";

// Kinds of the Gateway API: https://gateway-api.sigs.k8s.io/reference/spec/

const group = "gateway.networking.k8s.io";

export const kubernetesGatewayType = `${group}/Gateway`;
export const gatewayClassType = `${group}/GatewayClass`;
export const referenceGrantType = `${group}/ReferenceGrant`;
export const backendTlsPolicyType = `${group}/BackendTLSPolicy`;
/** Every kind of route, HTTP first. */
export const kubernetesRouteTypes = [
  `${group}/HTTPRoute`,
  `${group}/GRPCRoute`,
  `${group}/TLSRoute`,
  `${group}/TCPRoute`,
  `${group}/UDPRoute`,
] as const;

const reference = { group: text, kind: text, name: text, namespace: text } as const;

const gatewaySchema = fieldsOf({
  gatewayClassName: text,
  addresses: messages({ type: text, value: text }),
  infrastructure: anything,
  listeners: messages({
    name: text,
    hostname: text,
    port: whole,
    protocol: text,
    tls: message({ mode: text, certificateRefs: messages(reference), options: anything }),
    allowedRoutes: message({
      namespaces: message({ from: text, selector: message({ matchLabels: textMap }) }),
      kinds: messages({ group: text, kind: text }),
    }),
  }),
});

const pathChange = message({ type: text, replaceFullPath: text, replacePrefixMatch: text });
const backendRef = { ...reference, port: whole, weight: number } as const;

const headerChange = message({
  set: messages({ name: text, value: text }),
  add: messages({ name: text, value: text }),
  remove: texts,
});

const filters = messages({
  type: text,
  requestHeaderModifier: headerChange,
  responseHeaderModifier: headerChange,
  externalAuth: message({ protocol: text, http: message({ path: text }), grpc: anything }),
  requestMirror: message({
    backendRef: message(backendRef),
    percent: whole,
    fraction: message({ numerator: whole, denominator: whole }),
  }),
  requestRedirect: message({ scheme: text, path: pathChange, statusCode: whole }),
  urlRewrite: message({ hostname: text, path: pathChange }),
  cors: message({ allowOrigins: texts, allowMethods: texts, allowCredentials: anything }),
  extensionRef: anything,
});

const valueMatch = { type: text, name: text, value: text } as const;

const routeSchema = fieldsOf({
  parentRefs: messages({ ...reference, sectionName: text, port: whole }),
  hostnames: texts,
  rules: messages({
    name: text,
    matches: messages({
      path: message({ type: text, value: text }),
      headers: messages(valueMatch),
      queryParams: messages(valueMatch),
      // A word for HTTP, a message for gRPC.
      method: anything,
    }),
    filters,
    backendRefs: messages({ ...backendRef, filters }),
    timeouts: message({ request: text, backendRequest: text }),
  }),
});

const grantSchema = fieldsOf({
  from: messages({ group: text, kind: text, namespace: text }),
  to: messages({ group: text, kind: text, name: text }),
});

const classSchema = fieldsOf({ controllerName: text });

const policySchema = fieldsOf({
  targetRefs: messages({ group: text, kind: text, name: text, sectionName: text }),
  validation: message({
    caCertificateRefs: messages(reference),
    wellKnownCACertificates: text,
    subjectAltNames: messages({ type: text, hostname: text, uri: text }),
  }),
});

export type KubernetesGatewaySpec = z.output<typeof gatewaySchema>;
export type KubernetesListener = NonNullable<KubernetesGatewaySpec["listeners"]>[number];
export type KubernetesAddress = NonNullable<KubernetesGatewaySpec["addresses"]>[number];
export type KubernetesRouteSpec = z.output<typeof routeSchema>;
export type KubernetesRouteRule = NonNullable<KubernetesRouteSpec["rules"]>[number];
export type KubernetesRouteFilter = NonNullable<KubernetesRouteRule["filters"]>[number];
export type KubernetesParent = NonNullable<KubernetesRouteSpec["parentRefs"]>[number];
export type ReferenceGrantSpec = z.output<typeof grantSchema>;
export type BackendTlsPolicySpec = z.output<typeof policySchema>;

const readGateway = readSpec(kubernetesGatewayType, gatewaySchema);
const readRoute = readSpec(kubernetesRouteTypes, routeSchema);
const readGrant = readSpec(referenceGrantType, grantSchema);
const readClass = readSpec(gatewayClassType, classSchema);
const readPolicy = readSpec(backendTlsPolicyType, policySchema);

/** What a Gateway of the Gateway API says. */
export function kubernetesGatewaySpec(object: KubernetesObject): KubernetesGatewaySpec | undefined {
  return readGateway(object);
}

/** What a route of the Gateway API says, of whatever kind. */
export function kubernetesRouteSpec(object: KubernetesObject): KubernetesRouteSpec | undefined {
  return readRoute(object);
}

/** What a ReferenceGrant says. */
export function referenceGrantSpec(object: KubernetesObject): ReferenceGrantSpec | undefined {
  return readGrant(object);
}

/** What a GatewayClass says. */
export function gatewayClassSpec(
  object: KubernetesObject,
): z.output<typeof classSchema> | undefined {
  return readClass(object);
}

/** What a BackendTLSPolicy says. */
export function backendTlsPolicySpec(object: KubernetesObject): BackendTlsPolicySpec | undefined {
  return readPolicy(object);
}

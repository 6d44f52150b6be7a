import { addressOfSeveralGatewaysDoc } from "./address-of-several-gateways.doc.ts";
import { listenerCertificateMissingDoc } from "./certificate-missing.doc.ts";
import { backendTlsDoc } from "./backend-tls.doc.ts";
import { classAndGrantDoc } from "./class-and-grant.doc.ts";
import { kubernetesGatewayDoc } from "./gateway.doc.ts";
import { grantFromUnknownNamespaceDoc } from "./grant-from-unknown-namespace.doc.ts";
import { listenerOfSeveralGatewaysDoc } from "./listener-of-several-gateways.doc.ts";
import { notAcceptedDoc } from "./not-accepted.doc.ts";
import { policyConflictDoc } from "./policy-conflict.doc.ts";
import { referenceNotGrantedDoc } from "./reference-not-granted.doc.ts";
import { repeatedListenerDoc } from "./repeated-listener.doc.ts";
import { kubernetesRouteDoc } from "./route.doc.ts";
import { unknownBackendDoc } from "./unknown-backend.doc.ts";
import { unknownClassDoc } from "./unknown-class.doc.ts";
import { unknownParentDoc } from "./unknown-parent.doc.ts";
import { unsupportedFilterDoc } from "./unsupported-filter.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `gateway-api/`, by id. */
export const gatewayApiDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["gateway-api/address-of-several-gateways", addressOfSeveralGatewaysDoc],
  ["gateway-api/certificate-missing", listenerCertificateMissingDoc],
  ["gateway-api/gateway", kubernetesGatewayDoc],
  ["gateway-api/backend-tls", backendTlsDoc],
  ["gateway-api/class-and-grant", classAndGrantDoc],
  ["gateway-api/grant-from-unknown-namespace", grantFromUnknownNamespaceDoc],
  ["gateway-api/listener-of-several-gateways", listenerOfSeveralGatewaysDoc],
  ["gateway-api/not-accepted", notAcceptedDoc],
  ["gateway-api/policy-conflict", policyConflictDoc],
  ["gateway-api/reference-not-granted", referenceNotGrantedDoc],
  ["gateway-api/repeated-listener", repeatedListenerDoc],
  ["gateway-api/route", kubernetesRouteDoc],
  ["gateway-api/unknown-backend", unknownBackendDoc],
  ["gateway-api/unknown-class", unknownClassDoc],
  ["gateway-api/unknown-parent", unknownParentDoc],
  ["gateway-api/unsupported-filter", unsupportedFilterDoc],
];

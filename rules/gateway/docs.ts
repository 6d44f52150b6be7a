import { balancerCutsRouteDoc } from "./balancer-cuts-route.doc.ts";
import { certificateExpiringDoc } from "./certificate-expiring.doc.ts";
import { certificateHostMismatchDoc } from "./certificate-host-mismatch.doc.ts";
import { clientCertificateBypassDoc } from "./client-certificate-bypass.doc.ts";
import { conflictingGatewaysDoc } from "./conflicting-gateways.doc.ts";
import { credentialInvalidDoc } from "./credential-invalid.doc.ts";
import { credentialMissingDoc } from "./credential-missing.doc.ts";
import { duplicateCertificateDoc } from "./duplicate-certificate.doc.ts";
import { emptySelectorDoc } from "./empty-selector.doc.ts";
import { forgedClientCertificateDoc } from "./forged-client-certificate.doc.ts";
import { gatewayHostWithoutRouteDoc } from "./gateway-host-without-route.doc.ts";
import { hostForEverybodyDoc } from "./host-for-everybody.doc.ts";
import { httpWithoutRedirectDoc } from "./http-without-redirect.doc.ts";
import { ineffectiveSelectorDoc } from "./ineffective-selector.doc.ts";
import { internalOnInternetDoc } from "./internal-on-internet.doc.ts";
import { mutualWithoutCaDoc } from "./mutual-without-ca.doc.ts";
import { openCorsDoc } from "./open-cors.doc.ts";
import { openPassthroughDoc } from "./open-passthrough.doc.ts";
import { outlivesIssuerDoc } from "./outlives-issuer.doc.ts";
import { portNotOnServiceDoc } from "./port-not-on-service.doc.ts";
import { rotationWindowDoc } from "./rotation-window.doc.ts";
import { routeOfOtherProtocolDoc } from "./route-of-other-protocol.doc.ts";
import { gatewaySelectorWithoutWorkloadDoc } from "./selector-without-workload.doc.ts";
import { sensitiveBesidePublicDoc } from "./sensitive-beside-public.doc.ts";
import { serverNameLostDoc } from "./server-name-lost.doc.ts";
import { untrustedIssuerDoc } from "./untrusted-issuer.doc.ts";
import { weakTlsDoc } from "./weak-tls.doc.ts";
import { gatewayWithoutLimitsDoc } from "./without-limits.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `gateway/`, by id. */
export const gatewayDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["gateway/balancer-cuts-route", balancerCutsRouteDoc],
  ["gateway/certificate-expiring", certificateExpiringDoc],
  ["gateway/certificate-host-mismatch", certificateHostMismatchDoc],
  ["gateway/client-certificate-bypass", clientCertificateBypassDoc],
  ["gateway/conflicting-gateways", conflictingGatewaysDoc],
  ["gateway/credential-invalid", credentialInvalidDoc],
  ["gateway/credential-missing", credentialMissingDoc],
  ["gateway/duplicate-certificate", duplicateCertificateDoc],
  ["gateway/empty-selector", emptySelectorDoc],
  ["gateway/forged-client-certificate", forgedClientCertificateDoc],
  ["gateway/gateway-host-without-route", gatewayHostWithoutRouteDoc],
  ["gateway/host-for-everybody", hostForEverybodyDoc],
  ["gateway/http-without-redirect", httpWithoutRedirectDoc],
  ["gateway/ineffective-selector", ineffectiveSelectorDoc],
  ["gateway/internal-on-internet", internalOnInternetDoc],
  ["gateway/mutual-without-ca", mutualWithoutCaDoc],
  ["gateway/open-cors", openCorsDoc],
  ["gateway/open-passthrough", openPassthroughDoc],
  ["gateway/outlives-issuer", outlivesIssuerDoc],
  ["gateway/port-not-on-service", portNotOnServiceDoc],
  ["gateway/rotation-window", rotationWindowDoc],
  ["gateway/route-of-other-protocol", routeOfOtherProtocolDoc],
  ["gateway/selector-without-workload", gatewaySelectorWithoutWorkloadDoc],
  ["gateway/sensitive-beside-public", sensitiveBesidePublicDoc],
  ["gateway/server-name-lost", serverNameLostDoc],
  ["gateway/untrusted-issuer", untrustedIssuerDoc],
  ["gateway/weak-tls", weakTlsDoc],
  ["gateway/without-limits", gatewayWithoutLimitsDoc],
];

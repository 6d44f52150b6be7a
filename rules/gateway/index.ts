import { balancerCutsRoute } from "./balancer-cuts-route.ts";
import { certificateExpiring } from "./certificate-expiring.ts";
import { certificateHostMismatch } from "./certificate-host-mismatch.ts";
import { clientCertificateBypass } from "./client-certificate-bypass.ts";
import { conflictingGateways } from "./conflicting-gateways.ts";
import { credentialInvalid } from "./credential-invalid.ts";
import { credentialMissing } from "./credential-missing.ts";
import { duplicateCertificate } from "./duplicate-certificate.ts";
import { emptySelector } from "./empty-selector.ts";
import { forgedClientCertificate } from "./forged-client-certificate.ts";
import { gatewayHostWithoutRoute } from "./gateway-host-without-route.ts";
import { hostForEverybody } from "./host-for-everybody.ts";
import { httpWithoutRedirect } from "./http-without-redirect.ts";
import { ineffectiveSelector } from "./ineffective-selector.ts";
import { internalOnInternet } from "./internal-on-internet.ts";
import { mutualWithoutCa } from "./mutual-without-ca.ts";
import { openCors } from "./open-cors.ts";
import { openPassthrough } from "./open-passthrough.ts";
import { outlivesIssuer } from "./outlives-issuer.ts";
import { portNotOnService } from "./port-not-on-service.ts";
import { rotationWindow } from "./rotation-window.ts";
import { routeOfOtherProtocol } from "./route-of-other-protocol.ts";
import { gatewaySelectorWithoutWorkload } from "./selector-without-workload.ts";
import { sensitiveBesidePublic } from "./sensitive-beside-public.ts";
import { serverNameLost } from "./server-name-lost.ts";
import { untrustedIssuer } from "./untrusted-issuer.ts";
import { weakTls } from "./weak-tls.ts";
import { gatewayWithoutLimits } from "./without-limits.ts";
import type { Rule } from "../rule.ts";

/** The rules of `gateway/`. */
export const gatewayRules: readonly Rule[] = [
  balancerCutsRoute,
  certificateExpiring,
  certificateHostMismatch,
  clientCertificateBypass,
  conflictingGateways,
  credentialInvalid,
  credentialMissing,
  duplicateCertificate,
  emptySelector,
  forgedClientCertificate,
  gatewayHostWithoutRoute,
  gatewaySelectorWithoutWorkload,
  gatewayWithoutLimits,
  hostForEverybody,
  httpWithoutRedirect,
  ineffectiveSelector,
  internalOnInternet,
  mutualWithoutCa,
  openCors,
  openPassthrough,
  outlivesIssuer,
  portNotOnService,
  rotationWindow,
  routeOfOtherProtocol,
  sensitiveBesidePublic,
  serverNameLost,
  untrustedIssuer,
  weakTls,
];

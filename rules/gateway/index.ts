import { certificateHostMismatch } from "./certificate-host-mismatch.ts";
import { conflictingGateways } from "./conflicting-gateways.ts";
import { credentialInvalid } from "./credential-invalid.ts";
import { credentialMissing } from "./credential-missing.ts";
import { duplicateCertificate } from "./duplicate-certificate.ts";
import { emptySelector } from "./empty-selector.ts";
import { gatewayHostWithoutRoute } from "./gateway-host-without-route.ts";
import { ineffectiveSelector } from "./ineffective-selector.ts";
import { mutualWithoutCa } from "./mutual-without-ca.ts";
import { openPassthrough } from "./open-passthrough.ts";
import { portNotOnService } from "./port-not-on-service.ts";
import { gatewaySelectorWithoutWorkload } from "./selector-without-workload.ts";
import { weakTls } from "./weak-tls.ts";
import { httpWithoutRedirect } from "./http-without-redirect.ts";
import { clientCertificateBypass } from "./client-certificate-bypass.ts";
import { certificateExpiring } from "./certificate-expiring.ts";
import type { Rule } from "../rule.ts";

/** The rules of `gateway/`. */
export const gatewayRules: readonly Rule[] = [
  certificateHostMismatch,
  conflictingGateways,
  credentialInvalid,
  credentialMissing,
  duplicateCertificate,
  emptySelector,
  gatewayHostWithoutRoute,
  ineffectiveSelector,
  mutualWithoutCa,
  openPassthrough,
  portNotOnService,
  gatewaySelectorWithoutWorkload,
  weakTls,
  httpWithoutRedirect,
  clientCertificateBypass,
  certificateExpiring,
];

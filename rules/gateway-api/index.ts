import { addressOfSeveralGateways } from "./address-of-several-gateways.ts";
import { listenerCertificateMissing } from "./certificate-missing.ts";
import { backendTls } from "./backend-tls.ts";
import { classAndGrant } from "./class-and-grant.ts";
import { kubernetesGateway } from "./gateway.ts";
import { grantFromUnknownNamespace } from "./grant-from-unknown-namespace.ts";
import { listenerOfSeveralGateways } from "./listener-of-several-gateways.ts";
import { notAccepted } from "./not-accepted.ts";
import { policyConflict } from "./policy-conflict.ts";
import { referenceNotGranted } from "./reference-not-granted.ts";
import { repeatedListener } from "./repeated-listener.ts";
import { kubernetesRoute } from "./route.ts";
import { unknownBackend } from "./unknown-backend.ts";
import { unknownClass } from "./unknown-class.ts";
import { unknownParent } from "./unknown-parent.ts";
import { unsupportedFilter } from "./unsupported-filter.ts";
import type { Rule } from "../rule.ts";

/** The rules of `gateway-api/`. */
export const gatewayApiRules: readonly Rule[] = [
  addressOfSeveralGateways,
  backendTls,
  classAndGrant,
  grantFromUnknownNamespace,
  kubernetesGateway,
  kubernetesRoute,
  listenerCertificateMissing,
  listenerOfSeveralGateways,
  notAccepted,
  policyConflict,
  referenceNotGranted,
  repeatedListener,
  unknownBackend,
  unknownClass,
  unknownParent,
  unsupportedFilter,
];

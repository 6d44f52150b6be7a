import { mtlsConflict } from "./mtls-conflict.ts";
import { overlappingPolicies } from "./overlapping-policies.ts";
import { permissiveMtls } from "./permissive-mtls.ts";
import { portOfService } from "./port-of-service.ts";
import { mtlsSelectorWithoutWorkload } from "./selector-without-workload.ts";
import { strictWithoutClient } from "./strict-without-client.ts";
import { meshNotStrict } from "./mesh-not-strict.ts";
import { weakMeshTls } from "./weak-mesh-tls.ts";
import { automaticMtlsOff } from "./automatic-mtls-off.ts";
import { probeInPlaintext } from "./probe-in-plaintext.ts";
import { authorityExpiring } from "./authority-expiring.ts";
import type { Rule } from "../rule.ts";

/** The rules of `mtls/`. */
export const mtlsRules: readonly Rule[] = [
  mtlsConflict,
  overlappingPolicies,
  permissiveMtls,
  portOfService,
  mtlsSelectorWithoutWorkload,
  strictWithoutClient,
  meshNotStrict,
  weakMeshTls,
  automaticMtlsOff,
  probeInPlaintext,
  authorityExpiring,
];

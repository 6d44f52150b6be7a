import { authorityExpiring } from "./authority-expiring.ts";
import { automaticMtlsOff } from "./automatic-mtls-off.ts";
import { callerOutsideMesh } from "./caller-outside-mesh.ts";
import { certificateLifetime } from "./certificate-lifetime.ts";
import { clientWithoutServer } from "./client-without-server.ts";
import { disabledWithClient } from "./disabled-with-client.ts";
import { meshNotStrict } from "./mesh-not-strict.ts";
import { mtlsConflict } from "./mtls-conflict.ts";
import { overlappingPolicies } from "./overlapping-policies.ts";
import { permissiveMtls } from "./permissive-mtls.ts";
import { permissiveWithoutEnd } from "./permissive-without-end.ts";
import { plaintextByChoice } from "./plaintext-by-choice.ts";
import { plaintextToStrict } from "./plaintext-to-strict.ts";
import { portOfService } from "./port-of-service.ts";
import { probeInPlaintext } from "./probe-in-plaintext.ts";
import { mtlsSelectorWithoutWorkload } from "./selector-without-workload.ts";
import { selfSignedAuthority } from "./self-signed-authority.ts";
import { serverSpeaksFirst } from "./server-speaks-first.ts";
import { strictWithoutClient } from "./strict-without-client.ts";
import { weakMeshTls } from "./weak-mesh-tls.ts";
import { webhookOfStrictServer } from "./webhook-of-strict-server.ts";
import type { Rule } from "../rule.ts";

/** The rules of `mtls/`. */
export const mtlsRules: readonly Rule[] = [
  authorityExpiring,
  automaticMtlsOff,
  callerOutsideMesh,
  certificateLifetime,
  clientWithoutServer,
  disabledWithClient,
  meshNotStrict,
  mtlsConflict,
  mtlsSelectorWithoutWorkload,
  overlappingPolicies,
  permissiveMtls,
  permissiveWithoutEnd,
  plaintextByChoice,
  plaintextToStrict,
  portOfService,
  probeInPlaintext,
  selfSignedAuthority,
  serverSpeaksFirst,
  strictWithoutClient,
  weakMeshTls,
  webhookOfStrictServer,
];

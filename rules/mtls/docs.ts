import { authorityExpiringDoc } from "./authority-expiring.doc.ts";
import { automaticMtlsOffDoc } from "./automatic-mtls-off.doc.ts";
import { callerOutsideMeshDoc } from "./caller-outside-mesh.doc.ts";
import { certificateLifetimeDoc } from "./certificate-lifetime.doc.ts";
import { clientWithoutServerDoc } from "./client-without-server.doc.ts";
import { disabledWithClientDoc } from "./disabled-with-client.doc.ts";
import { meshNotStrictDoc } from "./mesh-not-strict.doc.ts";
import { mtlsConflictDoc } from "./mtls-conflict.doc.ts";
import { overlappingPoliciesDoc } from "./overlapping-policies.doc.ts";
import { permissiveMtlsDoc } from "./permissive-mtls.doc.ts";
import { permissiveWithoutEndDoc } from "./permissive-without-end.doc.ts";
import { plaintextByChoiceDoc } from "./plaintext-by-choice.doc.ts";
import { plaintextToStrictDoc } from "./plaintext-to-strict.doc.ts";
import { portOfServiceDoc } from "./port-of-service.doc.ts";
import { probeInPlaintextDoc } from "./probe-in-plaintext.doc.ts";
import { mtlsSelectorWithoutWorkloadDoc } from "./selector-without-workload.doc.ts";
import { selfSignedAuthorityDoc } from "./self-signed-authority.doc.ts";
import { serverSpeaksFirstDoc } from "./server-speaks-first.doc.ts";
import { strictWithoutClientDoc } from "./strict-without-client.doc.ts";
import { weakMeshTlsDoc } from "./weak-mesh-tls.doc.ts";
import { webhookOfStrictServerDoc } from "./webhook-of-strict-server.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `mtls/`, by id. */
export const mtlsDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["mtls/authority-expiring", authorityExpiringDoc],
  ["mtls/automatic-mtls-off", automaticMtlsOffDoc],
  ["mtls/caller-outside-mesh", callerOutsideMeshDoc],
  ["mtls/certificate-lifetime", certificateLifetimeDoc],
  ["mtls/client-without-server", clientWithoutServerDoc],
  ["mtls/disabled-with-client", disabledWithClientDoc],
  ["mtls/mesh-not-strict", meshNotStrictDoc],
  ["mtls/mtls-conflict", mtlsConflictDoc],
  ["mtls/overlapping-policies", overlappingPoliciesDoc],
  ["mtls/permissive-mtls", permissiveMtlsDoc],
  ["mtls/permissive-without-end", permissiveWithoutEndDoc],
  ["mtls/plaintext-by-choice", plaintextByChoiceDoc],
  ["mtls/plaintext-to-strict", plaintextToStrictDoc],
  ["mtls/port-of-service", portOfServiceDoc],
  ["mtls/probe-in-plaintext", probeInPlaintextDoc],
  ["mtls/selector-without-workload", mtlsSelectorWithoutWorkloadDoc],
  ["mtls/self-signed-authority", selfSignedAuthorityDoc],
  ["mtls/server-speaks-first", serverSpeaksFirstDoc],
  ["mtls/strict-without-client", strictWithoutClientDoc],
  ["mtls/weak-mesh-tls", weakMeshTlsDoc],
  ["mtls/webhook-of-strict-server", webhookOfStrictServerDoc],
];

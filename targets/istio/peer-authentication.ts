import type { Manifest } from "../../graph/index.ts";
import type { MtlsMode } from "../../model/index.ts";

/** Istio's root namespace: what is said here holds for the whole mesh. */
export const rootNamespace = "istio-system";

const modes = {
  strict: "STRICT",
  permissive: "PERMISSIVE",
  disabled: "DISABLE",
} as const satisfies Record<MtlsMode, string>;

/** What every receiver of the mesh accepts. */
export function peerAuthentication(mode: MtlsMode): Manifest {
  return {
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
    metadata: { name: "default", namespace: rootNamespace },
    spec: { mtls: { mode: modes[mode] } },
  };
}

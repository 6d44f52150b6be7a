import type { Manifest, ReceiverModeNode } from "../../graph/index.ts";
import type { MtlsMode } from "../../model/index.ts";

/** Istio's root namespace: what is said here holds for the whole mesh. */
export const rootNamespace = "istio-system";

const modes = {
  strict: "STRICT",
  permissive: "PERMISSIVE",
  disabled: "DISABLE",
} as const satisfies Record<MtlsMode, string>;

/**
 * What receivers accept: all of the mesh, of a namespace, or the pods of a service. Senders find it out by themselves.
 * https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export function peerAuthentication({ scope, mode, ports }: ReceiverModeNode): Manifest {
  const own = Object.entries(ports);
  return {
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
    metadata: {
      name: scope.kind === "workload" ? (scope.labels["app"] ?? "default") : "default",
      namespace: scope.kind === "mesh" ? rootNamespace : scope.namespace,
    },
    spec: {
      ...(scope.kind === "workload" ? { selector: { matchLabels: scope.labels } } : {}),
      mtls: { mode: modes[mode] },
      ...(own.length === 0
        ? {}
        : {
            portLevelMtls: Object.fromEntries(
              own.map(([port, each]) => [port, { mode: modes[each] }]),
            ),
          }),
    },
  };
}

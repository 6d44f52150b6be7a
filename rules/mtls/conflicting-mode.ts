import type { ClientPolicyNode, Graph, WorkloadNode } from "../../graph/graph.ts";
import { receiverModes } from "../receiver-mode.ts";

/** Why a workload refuses what clients start; undefined where it accepts it. */
export function conflictingMode(
  graph: Pick<Graph, "receiverModes">,
  { tls }: ClientPolicyNode,
  workload: WorkloadNode,
) {
  const name = `${workload.namespace}/${workload.name}`;
  const starts = { none: "send plaintext", simple: "start TLS of their own", mutual: "start mTLS" }[
    tls
  ];
  if (tls === "mutual" && workload.inMesh === false) {
    return { outcome: "fail", message: `${starts}, but ${name} has no proxy` } as const;
  }
  const modes = receiverModes(graph, workload);
  const refused = modes.find(({ mode }) =>
    tls === "mutual" ? mode === "disabled" : mode === "strict",
  );
  if (refused === undefined || (tls !== "mutual" && workload.inMesh === false)) return undefined;
  const port = refused.port === undefined ? "" : ` on port ${String(refused.port)}`;
  const accepts = refused.mode === "strict" ? "only mTLS" : "only plaintext";
  // Whether strict holds at all depends on the proxy.
  const outcome = workload.inMesh === undefined ? "unknown" : "fail";
  return { outcome, message: `${starts}, but ${name} accepts ${accepts}${port}` } as const;
}

import type { ClientPolicyNode, Graph, WorkloadNode } from "../../graph/graph.ts";
import { receiverModes } from "../receiver-mode.ts";

/** Why a workload refuses what clients start; undefined where it accepts it. */
export function conflictingMode(
  graph: Pick<Graph, "receiverModes">,
  { tls, port: ofPort, exceptPorts = [] }: ClientPolicyNode,
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
  // Clients name ports of the service, servers those of the workload: with settings for ports on both sides, it is open
  // which belong together.
  const isOpen =
    (ofPort !== undefined && modes.some((each) => each.mode !== refused.mode)) ||
    (exceptPorts.length > 0 && refused.port !== undefined);
  // Whether strict holds at all depends on the proxy.
  const outcome = workload.inMesh === undefined || isOpen ? "unknown" : "fail";
  return { outcome, message: `${starts}, but ${name} accepts ${accepts}${port}` } as const;
}

import type { Graph, WorkloadNode } from "../../graph/graph.ts";
import type { Finding } from "../rule.ts";
import { isMeshDescribed } from "./mesh-described.ts";

/**
 * Reports workloads for which nobody says a mode. Where the mesh itself is described, that is the last word, and
 * each is at fault. Else a policy for the whole mesh may be elsewhere: it cannot be decided, which is said once for all.
 */
export function silentDefault(
  graph: Pick<Graph, "objects" | "workloads">,
  silent: readonly WorkloadNode[],
  find: (finding: Finding) => void,
): void {
  const whole = isMeshDescribed(graph);
  for (const node of whole ? silent : silent.slice(0, 1)) {
    const names = whole ? nameOf(node) : shorten(silent.map(nameOf));
    find({
      outcome: whole ? "fail" : "unknown",
      origin: node.origin,
      message: `no mTLS mode is set for ${names}, and the default lets plaintext in`,
      fix: "set strict mTLS for the mesh (`trust.mtls: strict`, or a PeerAuthentication in istio-system)",
      absent: ["receiver-mode"],
    });
  }
}

function nameOf({ namespace, name }: WorkloadNode): string {
  return `${namespace}/${name}`;
}

/** The first names of a list. */
export function shorten(names: readonly string[]): string {
  const rest = names.length - 4;
  return names.slice(0, 4).join(", ") + (rest > 0 ? ` and ${String(rest)} more` : "");
}

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
  const names = silent.map(({ namespace, name }) => `${namespace}/${name}`);
  for (const [index, { origin }] of (whole ? silent : silent.slice(0, 1)).entries()) {
    find({
      outcome: whole ? "fail" : "unknown",
      origin,
      message: `no mTLS mode is set for ${whole ? (names[index] ?? "") : shorten(names)}, and the default lets plaintext in`,
      fix: "set strict mTLS for the mesh (`trust.mtls: strict`, or a PeerAuthentication in istio-system)",
      absent: ["receiver-mode"],
    });
  }
}

/** The first names of a list. */
export function shorten(names: readonly string[]): string {
  const rest = names.length - 4;
  return names.slice(0, 4).join(", ") + (rest > 0 ? ` and ${String(rest)} more` : "");
}

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
    const names = whole ? nameOf(node) : shorten(silent.slice(0, shown).map(nameOf), silent.length);
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

const shown = 4;

/** The first names of a list; `count` is the length of the whole list, where only its first names are given. */
export function shorten(names: readonly string[], count = names.length): string {
  const rest = count - shown;
  return names.slice(0, shown).join(", ") + (rest > 0 ? ` and ${String(rest)} more` : "");
}

import type { Graph, ReceiverModeNode } from "../../graph/graph.ts";
import { selects } from "../../graph/query.ts";
import type { MtlsMode } from "../../model/vocabulary.ts";
import { receiverModes } from "../receiver-mode.ts";
import type { ChangeRule } from "../rule.ts";

const strength: Readonly<Record<MtlsMode, number>> = { disabled: 0, permissive: 1, strict: 2 };

/** Who accepts only mTLS goes on doing so. */
export const mtlsDowngrade: ChangeRule = {
  id: "change/mtls-downgrade",
  code: "HED4705",
  severity: "error",
  summary: "no receiver accepts weaker connections than before",
  covers: [],
  reads: ["receiverModes", "workloads"],
  needs: ["receiver-mode"],
  check({ before, after }, find) {
    const nodes = new Map<string, ReceiverModeNode>();
    for (const each of [...before.receiverModes, ...after.receiverModes]) {
      nodes.set(JSON.stringify(each.scope), each);
    }
    const kept = new Set(after.receiverModes);
    for (const node of nodes.values()) {
      if (!kept.has(node) && isGone(node, after)) continue;
      const weaker = weakened(receiver(before, node), receiver(after, node));
      if (weaker === undefined) continue;
      const { was, is, port } = weaker;
      const where = port === undefined ? "" : ` on port ${port}`;
      find({
        outcome: "fail",
        origin: node.origin,
        message: kept.has(node)
          ? `${scopeText(node)} accepted ${was} connections${where}, and now ${is} ones`
          : `this is removed, and ${scopeText(node)} accepts ${is} connections${where} instead of ${was} ones`,
        fix: "keep the stronger mode, or make the exception as small as a port of one workload",
        ...(kept.has(node) ? {} : { absent: ["receiver-mode"] }),
      });
    }
  },
};

/** What a workload of a node's scope accepts: by port, and `""` for all others. */
function receiver(graph: Pick<Graph, "receiverModes">, { scope }: ReceiverModeNode) {
  const namespace = scope.kind === "mesh" ? "" : scope.namespace;
  const labels = scope.kind === "workload" ? scope.labels : {};
  const modes = receiverModes(graph, { namespace, labels });
  return new Map(modes.map(({ port, mode }) => [port === undefined ? "" : String(port), mode]));
}

function weakened(before: ReadonlyMap<string, MtlsMode>, after: ReadonlyMap<string, MtlsMode>) {
  for (const port of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(port) ?? before.get("") ?? "permissive";
    const is = after.get(port) ?? after.get("") ?? "permissive";
    // Where nobody says anything, the default of the mesh may be said elsewhere.
    if (before.size === 0 || strength[is] >= strength[was]) continue;
    return { was, is, ...(port === "" ? {} : { port }) };
  }
  return undefined;
}

/** Whether the workloads that a setting was for are removed with it. */
function isGone({ scope }: ReceiverModeNode, { workloads }: Pick<Graph, "workloads">): boolean {
  if (scope.kind !== "workload" || workloads.length === 0) return false;
  return !workloads.some(
    ({ namespace, labels }) => namespace === scope.namespace && selects(scope.labels, labels),
  );
}

function scopeText({ scope }: ReceiverModeNode): string {
  if (scope.kind === "mesh") return "the mesh";
  return scope.kind === "namespace"
    ? `namespace ${scope.namespace}`
    : `what has the labels of ${scope.namespace}`;
}

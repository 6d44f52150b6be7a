import type { Graph, ReceiverModeNode, WorkloadNode } from "../../graph/graph.ts";
import { receiverModes } from "../receiver-mode.ts";
import type { Finding, Rule } from "../rule.ts";
import { shorten, silentDefault } from "./silent-default.ts";

type Read = Pick<Graph, "workloads" | "receiverModes">;

/**
 * No workload in the mesh accepts plaintext, on any port. The mode is the effective one: port over workload over
 * namespace over mesh; where nobody says anything, the control plane's default accepts both.
 */
export const permissiveMtls: Rule = {
  id: "mtls/permissive-mtls",
  code: "HED4004",
  severity: "error",
  summary: "no workload accepts plaintext",
  covers: [],
  reads: ["objects", "workloads", "receiverModes"],
  needs: ["receiver-mode"],
  check(graph, find) {
    const meshed = graph.workloads.filter((each) => each.inMesh !== false);
    const { open, silent } = openModes(graph, meshed);
    for (const { node, what, workloads } of open) {
      find(plaintext(node, `${what} lets plaintext in to ${shorten(workloads)}`));
    }
    silentDefault(graph, silent, find);
    if (graph.receiverModes.length === 0) return;
    const inhabited = new Set(meshed.map(({ namespace }) => namespace));
    for (const node of graph.receiverModes) {
      const { mode, scope } = node;
      if (mode === "strict") continue;
      if (scope.kind === "mesh" ? inhabited.size > 0 : inhabited.has(scope.namespace)) continue;
      const place = scope.kind === "mesh" ? "the mesh" : `namespace ${scope.namespace}`;
      find(plaintext(node, `mode ${mode} lets plaintext in to every workload of ${place}`));
    }
  },
};

interface OpenMode {
  readonly node: ReceiverModeNode;
  readonly what: string;
  readonly workloads: string[];
}

/** The settings that let plaintext in, with the workloads that they hold for; and those that nothing is said of. */
function openModes(graph: Read, meshed: readonly WorkloadNode[]) {
  const open = new Map<ReceiverModeNode, Map<string, OpenMode>>();
  const silent: WorkloadNode[] = [];
  for (const workload of meshed) {
    const modes = receiverModes(graph, workload);
    if (modes.length === 0) silent.push(workload);
    for (const { mode, port, node } of modes) {
      if (mode === "strict") continue;
      const what = port === undefined ? `mode ${mode}` : `mode ${mode} on port ${String(port)}`;
      const ofNode = open.get(node) ?? new Map<string, OpenMode>();
      open.set(node, ofNode);
      const entry = ofNode.get(what) ?? { node, what, workloads: [] };
      ofNode.set(what, entry);
      entry.workloads.push(`${workload.namespace}/${workload.name}`);
    }
  }
  return { open: [...open.values()].flatMap((each) => [...each.values()]), silent };
}

function plaintext({ origin }: ReceiverModeNode, message: string): Finding {
  const fix = "set the mode to strict, and bring the callers that are still outside into the mesh";
  return { outcome: "fail", origin, message, fix };
}

import type { Graph } from "../../graph/graph.ts";
import {
  destinationRuleSpec,
  destinationRuleType,
  type DestinationSubset,
} from "../../graph/kinds/destination-rule.ts";
import { completeHost, type KnownHost } from "../../graph/objects/known-hosts.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { selects } from "../../graph/query.ts";
import { findDestination } from "../routing/find-destination.ts";
import { routedSubsets } from "../routing/routes-by-host.ts";
import type { Finding } from "../rule.ts";
import { selectsAnyPod } from "./labelled-pods.ts";
import { setAtRuntime } from "./runtime-labels.ts";

type Read = Pick<Graph, "objects" | "workloads">;

/** A subset whose labels select no pod. */
interface SubsetFault {
  readonly finding: Finding;
  /** Nobody is sent there. */
  readonly idle: boolean;
}

const known = new WeakMap<Read, readonly SubsetFault[]>();

/**
 * Every subset whose labels select no pod of its host. Idle are those that no route names, while routes name others of
 * the host, others of the same rule have pods (the rule lists versions, and not all are deployed), or pods elsewhere
 * have the labels: nobody is sent there. Two rules share them.
 */
export function subsetFaults(graph: Read): readonly SubsetFault[] {
  const found = known.get(graph) ?? findFaults(graph);
  known.set(graph, found);
  return found;
}

function findFaults(graph: Read): readonly SubsetFault[] {
  const all: SubsetFault[] = [];
  for (const object of objectsWith(graph, destinationRuleType, "subsets")) {
    const { host = "", exportTo, subsets = [] } = destinationRuleSpec(object) ?? {};
    if (subsets.length === 0 || host === "") continue;
    const found = findDestination(graph, host, { namespace: object.namespace, exportTo });
    if (found.kind !== "found") continue;
    const faults = subsets.map((subset) => faultOf(graph, found.host, subset));
    if (faults.every((each) => each === undefined)) continue;
    const isPartly = faults.includes(undefined);
    const named = routedSubsets(graph).get(completeHost(host, object.namespace));
    for (const [index, subset] of subsets.entries()) {
      const covers = faults[index];
      if (covers === undefined) continue;
      const labels = Object.entries(subset.labels ?? {}).map((pair) => pair.join("="));
      const isNamed = named?.has(subset.name ?? "") ?? false;
      const others = (named?.size ?? 0) > 0;
      const finding: Finding = {
        outcome: "fail",
        origin: object.origin(["spec", "subsets", index]),
        message: `no workload of ${host} has the labels ${labels.join(", ")} of the subset ${JSON.stringify(subset.name ?? "")}`,
        fix: "deploy a workload with these labels, correct them, or remove the subset",
        covers,
        absent: ["workload"],
        within: found.host.namespace,
      };
      const idle = !isNamed && (others || isPartly || !covers.includes("IST0173"));
      all.push({ finding, idle });
    }
  }
  return all;
}

/** The ids of the fault; others only look whether any pod at all has the labels. */
function faultOf(graph: Read, host: KnownHost, subset: DestinationSubset) {
  const labels = subset.labels ?? {};
  if (Object.keys(labels).length === 0 || setAtRuntime(graph, labels)) return undefined;
  const selector = host.service?.selector ?? host.entry?.workloadSelector?.labels;
  const endpoints = host.entry?.endpoints ?? [];
  if (endpoints.some((each) => selects(labels, each.labels ?? {}))) return undefined;
  const all = { ...selector, ...labels };
  if (selector !== undefined && selectsAnyPod(graph, all, host.namespace)) return undefined;
  const elsewhere = selectsAnyPod(graph, host.service === undefined ? all : labels);
  // Who writes the endpoints of a Service without a selector can choose pods of anywhere.
  if (selector === undefined && elsewhere) return undefined;
  return elsewhere ? ["KIA0203"] : ["IST0173", "KIA0203"];
}

import type { Graph } from "../../graph/graph.ts";
import {
  destinationRuleSpec,
  destinationRuleType,
  type DestinationSubset,
} from "../../graph/kinds/destination-rule.ts";
import type { KnownHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { selects } from "../../graph/query.ts";
import { findDestination } from "../routing/find-destination.ts";
import type { Rule } from "../rule.ts";
import { selectsAnyPod } from "./labelled-pods.ts";
import { setAtRuntime } from "./runtime-labels.ts";

type Read = Pick<Graph, "objects" | "workloads">;

/**
 * The labels of a subset select at least one pod of its host. Workload templates count as pods, so that this is
 * decided before anything runs.
 */
export const subsetWithoutWorkload: Rule = {
  id: "destinations/subset-without-workload",
  code: "HED4232",
  severity: "error",
  summary: "the labels of a subset select a workload of its host",
  covers: ["IST0173", "KIA0203"],
  reads: ["objects", "workloads"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, destinationRuleType)) {
      const { host = "", exportTo, subsets = [] } = destinationRuleSpec(object) ?? {};
      if (subsets.length === 0 || host === "") continue;
      const found = findDestination(graph, host, { namespace: object.namespace, exportTo });
      if (found.kind !== "found") continue;
      for (const [index, subset] of subsets.entries()) {
        const fault = faultOf(graph, found.host, subset);
        if (fault === undefined) continue;
        const labels = Object.entries(subset.labels ?? {}).map((pair) => pair.join("="));
        find({
          outcome: "fail",
          origin: object.origin(["spec", "subsets", index]),
          message: `no workload of ${host} has the labels ${labels.join(", ")} of the subset ${JSON.stringify(subset.name ?? "")}`,
          fix: "deploy a workload with these labels, correct them, or remove the subset",
          covers: fault,
          absent: ["workload"],
        });
      }
    }
  },
};

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

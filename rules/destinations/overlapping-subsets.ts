import {
  destinationRuleSpec,
  destinationRuleType,
  type DestinationSubset,
} from "../../graph/kinds/destination-rule.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import { selects } from "../../graph/query.ts";
import { findDestination } from "../routing/find-destination.ts";
import type { KnownHost } from "../../graph/objects/known-hosts.ts";
import type { Rule } from "../rule.ts";

/** The subsets of a host hold different pods. Otherwise a split between them is not the one that is written. */
export const overlappingSubsets: Rule = {
  id: "destinations/overlapping-subsets",
  code: "HED4762",
  severity: "warning",
  summary: "the subsets of a host hold different pods",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, destinationRuleType)) {
      const { host = "", exportTo, subsets = [] } = destinationRuleSpec(object) ?? {};
      if (subsets.length < 2) continue;
      const found = findDestination(graph, host, { namespace: object.namespace, exportTo });
      if (found.kind !== "found") continue;
      for (const [index, subset] of subsets.entries()) {
        for (const before of subsets.slice(0, index)) {
          const pod = sharedPod(graph, found.host, subset, before);
          if (pod === undefined) continue;
          find({
            outcome: "fail",
            origin: object.origin(["spec", "subsets", index, "labels"]),
            message: `the subset ${JSON.stringify(subset.name ?? "")} holds ${pod}, and so does the subset ${JSON.stringify(before.name ?? "")}`,
            fix: "give the subsets labels that no pod has both of",
          });
        }
      }
    }
  },
};

/** A pod of the host that both subsets hold; two with the same labels are two policies for the same pods. */
function sharedPod(
  graph: ObjectGraph,
  { service, namespace }: KnownHost,
  { labels: one = {} }: DestinationSubset,
  { labels: other = {} }: DestinationSubset,
): string | undefined {
  const selector = service?.selector ?? {};
  if (Object.keys(selector).length === 0) return undefined;
  // A subset without labels is a fault of its own: `destinations/subset-without-labels`.
  if (Object.keys(one).length === 0 || Object.keys(other).length === 0) return undefined;
  if (selects(one, other) && selects(other, one)) return undefined;
  const [pod] = podsSelectedBy(graph, namespace, { ...selector, ...one }).filter((each) =>
    selects(other, each.labels),
  );
  return pod === undefined ? undefined : `${pod.object.kind} ${pod.name}`;
}

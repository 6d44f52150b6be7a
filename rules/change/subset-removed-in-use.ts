import type { Graph, RouteNode, SubsetNode } from "../../graph/graph.ts";
import { subsetOf } from "../../graph/query.ts";
import type { ChangeRule } from "../rule.ts";

/** A subset goes an update later than the last route to it. */
export const subsetRemovedInUse: ChangeRule = {
  id: "change/subset-removed-in-use",
  code: "HED4702",
  severity: "error",
  summary:
    "a subset that routes send to is neither removed nor given other pods in the same update",
  covers: [],
  reads: ["routes", "subsets"],
  needs: ["subset", "destination"],
  check({ before, after }, find) {
    const used = usedSubsets(before);
    const stillUsed = usedSubsets(after);
    for (const subset of before.subsets) {
      const key = keyOf(subset);
      const route = used.get(key);
      if (route === undefined) continue;
      const now = subsetOf(after, subset.host, subset.name);
      if (now !== undefined && sameLabels(now, subset)) continue;
      const by = `${route.namespace}/${route.name}`;
      if (now !== undefined) {
        // Other pods behind one name: a rollout by labels, which moves all the traffic at once.
        find({
          outcome: "fail",
          origin: now.origin,
          message: `subset ${subset.name} of ${subset.host} selects other pods (${text(now)} instead of ${text(subset)}) while ${by} sends to it`,
          fix: "add a subset of a new name, move the traffic, and remove the old one in a later update",
        });
        continue;
      }
      const still = stillUsed.has(key);
      find({
        outcome: "fail",
        origin: subset.origin,
        message: `subset ${subset.name} of ${subset.host} is removed ${still ? "while" : "in the same update in which"} ${by} ${still ? "sends" : "stops sending"} to it`,
        fix: "keep the subset in this update, and remove it in the next one, when no proxy sends to it any more",
        absent: ["subset"],
      });
    }
  },
};

/** Subsets that get traffic, and one route that sends it. */
function usedSubsets({ routes }: Pick<Graph, "routes">): ReadonlyMap<string, RouteNode> {
  const used = new Map<string, RouteNode>();
  for (const route of routes) {
    for (const { destinations } of route.rules) {
      for (const { host, subset, weight } of destinations) {
        if (subset !== undefined && weight > 0) used.set(`${host} ${subset}`, route);
      }
    }
  }
  return used;
}

function keyOf({ host, name }: SubsetNode): string {
  return `${host} ${name}`;
}

function sameLabels(a: SubsetNode, b: SubsetNode): boolean {
  return text(a) === text(b);
}

function text({ labels }: SubsetNode): string {
  return Object.entries(labels)
    .map((each) => each.join("="))
    .sort()
    .join(",");
}

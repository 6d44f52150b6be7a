import type { Graph, RouteRuleNode } from "../../graph/graph.ts";
import {
  horizontalPodAutoscalerSpec,
  horizontalPodAutoscalerType,
} from "../../graph/kinds/horizontal-pod-autoscaler.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { selects, serviceByHost, subsetOf, workloadsOf } from "../../graph/query.ts";
import type { ChangeRule } from "../rule.ts";
import { rulePairs } from "./route-pairs.ts";
import { nameOf, sharesOf, type Share } from "./shares.ts";

/** How many times its part of the pods a subset may get of the requests. */
const factor = 2;

/** Where traffic moves to a subset, its pods are enough for it. */
export const trafficToThinSubset: ChangeRule = {
  id: "change/traffic-to-thin-subset",
  code: "HED4701",
  severity: "error",
  summary: "more traffic for a subset comes with pods that can take it",
  covers: [],
  reads: ["routes", "subsets", "services", "workloads", "objects"],
  needs: ["destination", "subset", "workload"],
  check({ before, after }, find) {
    for (const pair of rulePairs(before, after)) {
      const old = sharesOf(before, pair.before);
      const shares = sharesOf(after, pair.after);
      const all = podsOfRule(after, pair.after);
      for (const [key, share] of shares) {
        if (share.percent <= (old.get(key)?.percent ?? 0)) continue;
        const pods = podsOf(after, share);
        if (pods === undefined) continue;
        const { destination } = share;
        const percent = Math.round(share.percent);
        const thin = all !== undefined && share.percent > (factor * 100 * pods) / all;
        if (pods > 0 && !thin) continue;
        find({
          outcome: "fail",
          origin: destination.origin,
          message: `${nameOf(destination)} gets ${String(percent)} % of the requests with ${String(pods)} of ${String(all ?? pods)} pods`,
          fix: "raise its replicas first, and move the traffic when they are ready",
        });
      }
    }
  },
};

type Described = Pick<Graph, "services" | "subsets" | "workloads" | "objects">;

/** Pods of everything that a rule sends to; undefined where one of them is not known. */
function podsOfRule(graph: Described, rule: RouteRuleNode): number | undefined {
  const counts = [...sharesOf(graph, rule).values()].map((share) => podsOf(graph, share));
  const known = counts.filter((each) => each !== undefined);
  return known.length === counts.length ? known.reduce((sum, each) => sum + each, 0) : undefined;
}

/** Pods behind one destination; undefined where that is not known, or where an autoscaler follows the load. */
function podsOf(graph: Described, { destination: { host, subset } }: Share): number | undefined {
  const service = serviceByHost(graph, host);
  const labels = subset === undefined ? {} : subsetOf(graph, host, subset)?.labels;
  if (service === undefined || labels === undefined) return undefined;
  const workloads = workloadsOf(graph, service).filter((each) => selects(labels, each.labels));
  const known = workloads.flatMap(({ namespace, name, replicas }) =>
    replicas === undefined || scaled(graph).has(`${namespace}/${name}`) ? [] : [replicas],
  );
  if (workloads.length === 0 || known.length < workloads.length) return undefined;
  return known.reduce((sum, each) => sum + each, 0);
}

const scaled = perGraph((graph): ReadonlySet<string> => {
  const autoscalers = objectsOf(graph, horizontalPodAutoscalerType);
  return new Set(
    autoscalers.map((object) => {
      const { scaleTargetRef } = horizontalPodAutoscalerSpec(object) ?? {};
      return `${object.namespace}/${scaleTargetRef?.name ?? ""}`;
    }),
  );
});

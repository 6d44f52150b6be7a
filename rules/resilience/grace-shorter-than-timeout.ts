import type { Graph } from "../../graph/graph.ts";
import { clusterHost } from "../../graph/names.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { rulesOf } from "../../graph/route-rules.ts";
import { printDuration } from "../../model/duration.ts";
import type { Rule } from "../rule.ts";
import { servicesOfPod } from "../services/pods-of-services.ts";
import { checkedWorkloads } from "../workloads/checked-workloads.ts";

/** What Kubernetes gives a pod to end where nothing is said, in seconds. */
const usual = 30;

/** A pod that ends has the time that its longest request may take. */
export const graceShorterThanTimeout: Rule = {
  id: "resilience/grace-shorter-than-timeout",
  code: "HED4686",
  severity: "warning",
  summary: "a pod that ends has the time of its longest request",
  covers: [],
  reads: ["objects", "routes"],
  needs: [],
  check(graph, find) {
    const pods = checkedWorkloads(graph).filter(({ mode }) => mode === "sidecar");
    const shortest = pods.reduce((least, pod) => Math.min(least, graceOf(pod)), Infinity);
    const timeouts = timeoutsAbove(shortest * 1000, graph);
    if (timeouts.size === 0) return;
    for (const pod of pods) {
      const grace = graceOf(pod);
      const [longest] = servicesOfPod(graph, pod)
        .flatMap(({ object }) => timeouts.get(clusterHost(object.name, object.namespace)) ?? [])
        .sort((a, b) => b.timeout - a.timeout);
      if (longest === undefined || longest.timeout <= grace * 1000) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["spec", "terminationGracePeriodSeconds"]),
        message: `the pod is killed ${String(grace)} s after it is told to end, and ${longest.source} gives its requests ${printDuration(longest.timeout)}`,
        fix: `set terminationGracePeriodSeconds above ${String(Math.ceil(longest.timeout / 1000))}, and terminationDrainDuration of the proxy to as much, or shorten the timeout`,
      });
    }
  },
};

/** In seconds. */
function graceOf({ podSpec: { terminationGracePeriodSeconds } }: VirtualPod): number {
  return terminationGracePeriodSeconds ?? usual;
}

/** The timeouts of routes that are longer than some milliseconds, by the host that they lead to, and who says them. */
function timeoutsAbove(least: number, graph: Pick<Graph, "routes">) {
  const timeouts = rulesOf(graph).flatMap(({ destinations, timeout = 0, origin: { source } }) =>
    timeout <= least ? [] : destinations.map(({ host }) => ({ host, timeout, source })),
  );
  return Map.groupBy(timeouts, ({ host }) => host);
}

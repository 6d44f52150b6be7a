import type { Graph } from "../../graph/graph.ts";
import { clusterHost } from "../../graph/names.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { perList } from "../../graph/per-list.ts";
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
    for (const pod of checkedWorkloads(graph)) {
      if (pod.mode !== "sidecar") continue;
      const grace = pod.podSpec.terminationGracePeriodSeconds ?? usual;
      const longest = longestTimeout(graph, pod);
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

/** The longest timeout of the routes that lead to a pod, and who says it. */
function longestTimeout(graph: Pick<Graph, "objects" | "routes">, pod: VirtualPod) {
  const timeouts = timeoutsByHost(graph.routes);
  return servicesOfPod(graph, pod)
    .flatMap(({ object }) => timeouts.get(clusterHost(object.name, object.namespace)) ?? [])
    .sort((a, b) => b.timeout - a.timeout)[0];
}

const timeoutsByHost = perList((routes: Graph["routes"]) =>
  Map.groupBy(
    routes
      .flatMap(({ rules }) => rules)
      .flatMap(({ destinations, timeout = 0, origin: { source } }) =>
        destinations.map(({ host }) => ({ host, timeout, source })),
      ),
    ({ host }) => host,
  ),
);

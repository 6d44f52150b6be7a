import { knownHosts } from "../../graph/objects/known-hosts.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { autoscalerOf } from "../operations/fewest-replicas.ts";
import type { Rule } from "../rule.ts";
import { destinationPoliciesWith, type DestinationPolicy } from "./destination-policies.ts";

/** What the proxy takes where nobody says `maxEjectionPercent`. */
const defaultPercent = 10;

/**
 * Outlier detection may eject at least one instance. The proxy never ejects more than `maxEjectionPercent` of them, not
 * even the first: with 10 % and fewer than 10 instances it ejects none.
 */
export const outlierNeverEjects: Rule = {
  id: "resilience/outlier-never-ejects",
  code: "HED4510",
  severity: "info",
  summary: "outlier detection may eject at least one instance",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const each of destinationPoliciesWith(graph, "outlierDetection")) {
      const { outlierDetection, loadBalancer } = each.policy;
      // Failover between localities: there are instances that these objects do not show.
      if (outlierDetection === undefined || loadBalancer?.localityLbSetting !== undefined) continue;
      const percent = outlierDetection.maxEjectionPercent ?? defaultPercent;
      const instances = instancesOf(graph, each);
      // A single instance has nobody to take over: there is nothing to lose.
      if (instances === undefined || instances < 2 || instances * percent >= 100) continue;
      const stated = outlierDetection.maxEjectionPercent === undefined ? ", the default," : "";
      find({
        outcome: "fail",
        origin: each.object.origin([...each.path, "outlierDetection"]),
        message: `never ejects: ${String(percent)} %${stated} of ${String(instances)} instances is less than one`,
        fix: `set maxEjectionPercent to at least ${String(Math.ceil(100 / instances))}`,
      });
    }
  },
};

/** The instances that a policy is for; undefined where their number is not fixed by what is here. */
function instancesOf(graph: ObjectGraph, { host, subset }: DestinationPolicy): number | undefined {
  const known = knownHosts(graph).byHost.get(host)?.[0];
  const selector = known?.service?.selector;
  if (known === undefined || selector === undefined || Object.keys(selector).length === 0) return;
  const labels = subset === undefined ? selector : { ...selector, ...subset.labels };
  const pods = podsSelectedBy(graph, known.namespace, labels);
  let total = 0;
  for (const pod of pods) {
    const replicas = fixedReplicas(graph, pod);
    if (replicas === undefined) return undefined;
    total += replicas;
  }
  return total;
}

function fixedReplicas(graph: ObjectGraph, { object, replicas }: VirtualPod): number | undefined {
  const unresolved = object.unresolved.some((path) => path[1] === "replicas");
  return unresolved || autoscalerOf(graph, object) !== undefined ? undefined : replicas;
}

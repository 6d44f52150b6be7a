import { clusterHost } from "../../graph/names.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { matchesHost } from "../find-service.ts";
import { fewestReplicas } from "../operations/fewest-replicas.ts";
import type { Rule } from "../rule.ts";
import { checkedServices } from "../services/checked-services.ts";
import { podsOfService } from "../services/pods-of-services.ts";
import { destinationPolicies, type DestinationPolicy } from "./destination-policies.ts";

/** Where a DestinationRule says how clients treat several instances, they leave out those that fail. */
export const outlierDetectionMissing: Rule = {
  id: "resilience/outlier-detection-missing",
  code: "HED4688",
  severity: "info",
  summary: "clients of several instances leave out those that fail",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { exact, wildcards } = ejectingHosts(graph);
    const policies = Map.groupBy(
      destinationPolicies(graph).filter((each) => !exact.has(each.host) && sharesOut(each)),
      ({ host }) => host,
    );
    if (policies.size === 0) return;
    for (const service of checkedServices(graph)) {
      const host = clusterHost(service.object.name, service.object.namespace);
      const [policy] = policies.get(host) ?? [];
      if (policy === undefined) continue;
      if (wildcards.some((each) => matchesHost(each, host))) continue;
      const pods = podsOfService(graph, service).filter(({ mode }) => mode !== "none");
      const instances = pods.reduce((sum, pod) => sum + (fewestReplicas(graph, pod) ?? 0), 0);
      if (instances < 2) continue;
      find({
        outcome: "fail",
        origin: policy.object.origin(policy.path),
        message: `clients of ${host} go on sending to an instance that answers with errors: there is no outlierDetection`,
        fix: "add outlierDetection, with maxEjectionPercent high enough for one instance",
      });
    }
  },
};

/** Whether a policy is about more than TLS. */
function sharesOut({ policy: { connectionPool, loadBalancer } }: DestinationPolicy): boolean {
  return connectionPool !== undefined || loadBalancer !== undefined;
}

/** Hosts of which some policy ejects: enough to say that somebody thought of it. */
const ejectingHosts = perGraph((graph: ObjectGraph) => {
  const hosts = destinationPolicies(graph).flatMap(({ host, policy }) =>
    policy.outlierDetection === undefined ? [] : [host],
  );
  return { exact: new Set(hosts), wildcards: hosts.filter((each) => each.startsWith("*")) };
});

import {
  destinationRuleSpec,
  destinationRuleType,
  type TrafficPolicy,
} from "../../graph/kinds/destination-rule.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import {
  ambientHost,
  hasAmbient,
  isBareNamespace,
  isServedElsewhere,
  whoPassesBy,
  type AmbientHost,
} from "./ambient-hosts.ts";
import { behindGateways } from "./behind-gateways.ts";
import { tunesRequests } from "./reads-requests.ts";

/** What a DestinationRule asks of callers in ambient mode has a waypoint that does it. */
export const policyWithoutWaypoint: Rule = {
  id: "ambient/policy-without-waypoint",
  code: "HED4801",
  severity: "warning",
  summary: "the policy for a service in ambient mode has a waypoint",
  covers: ["KIA0210", "KIA0211", "KIA0212"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (!hasAmbient(graph)) return;
    for (const object of objectsOf(graph, destinationRuleType)) {
      const spec = destinationRuleSpec(object) ?? {};
      const { host = "", trafficPolicy, subsets = [] } = spec;
      const { namespace } = object;
      const known = ambientHost(graph, host, namespace);
      if (known?.waypoint !== undefined) continue;
      if (behindGateways(graph).has(completeHost(host, namespace))) continue;
      const part = subsets.length > 0 ? "subsets" : asked(trafficPolicy);
      const forRequests = tunesRequests(spec);
      if (part === undefined) continue;
      if (known === undefined) {
        if (!forRequests || !isBareNamespace(graph, namespace)) continue;
        if (host === "" || isServedElsewhere(graph, host, namespace)) continue;
      }
      find({
        outcome: "fail",
        origin: object.origin(["spec", "host"]),
        message: `${known === undefined ? `namespace ${namespace}` : host} is in ambient mode and uses no waypoint, so that ${whoPassesBy(graph)} ${part} of this policy`,
        fix: "deploy a waypoint and label the service or its namespace istio.io/use-waypoint",
        absent: ["route"],
        covers: forRequests ? idsOf(known, namespace) : [],
      });
    }
  },
};

/** As Kiali tells them apart: the service is not enrolled, or is none that it knows. */
function idsOf(known: AmbientHost | undefined, namespace: string): readonly string[] {
  if (known === undefined) return ["KIA0210"];
  return known.namespace === namespace ? ["KIA0211"] : ["KIA0211", "KIA0212"];
}

const parts = ["loadBalancer", "connectionPool", "outlierDetection", "retryBudget"] as const;

/** The first part that a proxy would have to do; TLS is ztunnel's own business. */
function asked(policy: TrafficPolicy | undefined): string | undefined {
  return [policy, ...(policy?.portLevelSettings ?? [])]
    .flatMap((each) => parts.find((part) => each?.[part] !== undefined) ?? [])
    .at(0);
}

import { clusterHost } from "../../graph/names.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { checkedServices } from "../services/checked-services.ts";
import { destinationPolicies, type DestinationPolicy } from "./destination-policies.ts";
import { knownCallers } from "./known-callers.ts";

/** Applications that call one service, from which on it is everybody's. */
const many = 4;

/** A service that several workloads call bounds what each of their proxies sends at once. */
export const sharedWithoutLimits: Rule = {
  id: "resilience/without-limits",
  code: "HED4748",
  severity: "info",
  summary: "a service that several workloads share has limits for its clients",
  covers: [],
  reads: ["objects", "services", "calls"],
  needs: [],
  check(graph, find) {
    const callers = knownCallers(graph);
    const all = destinationPolicies(graph);
    const limited = new Set(all.filter(limits).map(({ host }) => host));
    if (limited.values().some((host) => host.startsWith("*"))) return;
    const open = all.filter(({ host }) => !limited.has(host));
    if (open.length === 0 && callers.size === 0) return;
    const policies = Map.groupBy(open, ({ host }) => host);
    for (const { object } of checkedServices(graph)) {
      const host = clusterHost(object.name, object.namespace);
      if (limited.has(host)) continue;
      const own = policies.get(host) ?? [];
      const count = applications(callers.get(host) ?? new Set()).size;
      const watched = own.find(({ policy }) => policy.outlierDetection !== undefined);
      const place = watched ?? own[0];
      // Where nobody says how the service is called, few callers are no reason to.
      if (count < (place === undefined ? many : 2) && watched === undefined) continue;
      const who = count < 2 ? "its clients" : `${String(count)} applications that call it`;
      find({
        outcome: "fail",
        origin: place?.object.origin(place.path) ?? object.origin(),
        message: `nothing bounds what ${who} send to ${host} at once: there is no connectionPool, and the default has no limits`,
        fix: "set http2MaxRequests, http1MaxPendingRequests and maxConnections in the connectionPool of its DestinationRule",
      });
    }
  },
};

/** Callers by name: the versions of an application are one. */
function applications(pods: ReadonlySet<VirtualPod>): ReadonlySet<string> {
  return new Set([...pods].map((pod) => `${pod.namespace}/${pod.labels["app"] ?? pod.name}`));
}

/** Whether a policy bounds connections or requests. */
function limits({ policy: { connectionPool } }: DestinationPolicy): boolean {
  const { tcp, http } = connectionPool ?? {};
  return (
    tcp?.maxConnections !== undefined ||
    http?.http1MaxPendingRequests !== undefined ||
    http?.http2MaxRequests !== undefined
  );
}

import type { Rule } from "../rule.ts";
import { destinationPolicies } from "../resilience/destination-policies.ts";
import { localitiesOf, type LocalInstances } from "./localities.ts";

/** Where traffic fails over to, there are instances, and at least half as many as where it comes from. */
export const failoverWithoutCapacity: Rule = {
  id: "destinations/failover-without-capacity",
  code: "HED4743",
  severity: "warning",
  summary: "where traffic fails over to, there are enough instances",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, path, host, policy } of destinationPolicies(graph)) {
      const { failover = [], enabled } = policy.loadBalancer?.localityLbSetting ?? {};
      if (failover.length === 0 || enabled === false) continue;
      const places = localitiesOf(graph, host);
      if (places === undefined) continue;
      for (const [index, { from = "", to = "" }] of failover.entries()) {
        const [here, there] = [countIn(places, from), countIn(places, to)];
        if (here === 0 || there * 2 >= here) continue;
        find({
          outcome: "fail",
          origin: object.origin([...path, "loadBalancer", "localityLbSetting", "failover", index]),
          message:
            there === 0
              ? `traffic of region ${from} fails over to ${to}, where ${host} has no instances`
              : `traffic of ${String(here)} instances of ${host} in ${from} fails over to ${String(there)} in ${to}, which will not bear it`,
          fix: `run at least half as many instances in ${to === "" ? "the other region" : to}, or name a region that has them`,
        });
      }
    }
  },
};

function countIn(places: readonly LocalInstances[], region: string): number {
  return places.reduce((sum, each) => sum + (each.region === region ? each.count : 0), 0);
}

import type { Rule } from "../rule.ts";
import { destinationPolicies } from "../resilience/destination-policies.ts";
import { localitiesOf } from "./localities.ts";

/** Who balances by locality has instances in more than one. */
export const localityOfOneZone: Rule = {
  id: "destinations/locality-of-one-zone",
  code: "HED4745",
  severity: "info",
  summary: "a host that is balanced by locality has instances in more than one zone",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, path, host, policy } of destinationPolicies(graph)) {
      const setting = policy.loadBalancer?.localityLbSetting;
      if (setting === undefined || setting.enabled === false) continue;
      const places = localitiesOf(graph, host) ?? [];
      const zones = new Set(places.map(({ region, zone }) => `${region}/${zone ?? "*"}`));
      const [only] = zones;
      // A region without zones is spread over all that it has.
      if (only === undefined || zones.size > 1 || only.endsWith("/*")) continue;
      find({
        outcome: "fail",
        origin: object.origin([...path, "loadBalancer", "localityLbSetting"]),
        message: `requests are balanced by locality, and all instances of ${host} are in ${only}: there is nothing to choose from, and nowhere to go when the zone fails`,
        fix: "spread the instances over zones, or remove localityLbSetting",
      });
    }
  },
};

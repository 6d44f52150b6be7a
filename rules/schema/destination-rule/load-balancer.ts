import { checkLocalityLb } from "../checks/locality.ts";
import { checkZoneAwareLb } from "../checks/zone-aware.ts";
import type { ConsistentHash, LoadBalancer } from "../fields/destination-rule.ts";
import { checkField } from "../check-field.ts";
import { each, isSet, present, type Place } from "../place.ts";
import { durationProblem } from "../values/duration.ts";
import { isPrime } from "../values/prime.ts";

/** How endpoints are chosen; `outlier` where those that fail are left out. */
export function checkLoadBalancer(balancer: LoadBalancer, place: Place, outlier: boolean): void {
  checkField(balancer, "consistentHash", place, checkConsistentHash);
  const { localityLbSetting, zoneAwareLbSetting } = balancer;
  if (localityLbSetting !== undefined && zoneAwareLbSetting !== undefined) {
    place.error("`localityLbSetting` and `zoneAwareLbSetting` cannot both be set");
  }
  present(localityLbSetting, place.at("localityLbSetting"), (locality, at) => {
    checkLocalityLb(locality, at, outlier);
  });
  present(zoneAwareLbSetting, place.at("zoneAwareLbSetting"), (zone, at) => {
    checkZoneAwareLb(zone, at, outlier);
  });
  checkField(balancer, "warmup", place, checkWarmup);
}

function checkConsistentHash(hash: ConsistentHash, place: Place): void {
  checkField(hash, "httpCookie", place, ({ name, attributes }, at) => {
    if (!isSet(name)) at.error("the cookie has no `name`");
    const seen = new Set<string>();
    each(attributes, at.at("attributes"), ({ name: attribute = "" }, at) => {
      if (attribute === "") at.error("the attribute of the cookie has no `name`");
      else if (seen.has(attribute)) {
        at.at("name").error(`the attribute ${JSON.stringify(attribute)} is there twice`);
      }
      seen.add(attribute);
    });
  });
  if ((hash.minimumRingSize ?? 0) !== 0) {
    const at = place.at("minimumRingSize");
    at.warn("`minimumRingSize` is deprecated here", "use `ringHash: { minimumRingSize: … }`");
    if (hash.ringHash !== undefined || hash.maglev !== undefined) {
      at.error("`minimumRingSize` cannot be set beside `ringHash` or `maglev`");
    }
  }
  checkField(hash, "maglev", place, ({ tableSize = 0 }, at) => {
    if (tableSize === 0 || tableSize >= 5_000_011 || !isPrime(tableSize)) {
      at.at("tableSize").error(`${String(tableSize)} is not a prime number below 5000011`);
    }
  });
}

function checkWarmup(warmup: NonNullable<LoadBalancer["warmup"]>, place: Place): void {
  const { duration, minimumPercent = 0, aggression } = warmup;
  if (duration === undefined) place.error("the warm-up has no `duration`");
  else place.at("duration").error(durationProblem(duration));
  if (minimumPercent > 100) {
    place.at("minimumPercent").error(`${String(minimumPercent)} percent is more than 100`);
  }
  if (aggression !== undefined && aggression <= 0) {
    place.at("aggression").error(`the aggression ${String(aggression)} is not above 0`);
  }
}

import type { ZoneAwareLb } from "../fields/destination-rule.ts";
import { each, type Place } from "../place.ts";
import { checkFailover, topologyLabels } from "./failover.ts";

/** Traffic stays in its zone; only the order of other regions is configured. */
export function checkZoneAwareLb(zone: ZoneAwareLb, place: Place, outlier: boolean): void {
  const { failover = [], failoverPriority = [] } = zone;
  each(failoverPriority, place.at("failoverPriority"), (label, at) => {
    if (topologyLabels.has(label))
      at.error(`the label ${label} is taken into account without being listed`);
  });
  checkFailover({ failover, failoverPriority, outlier }, place);
}

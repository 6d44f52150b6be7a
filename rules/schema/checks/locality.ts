import type { LocalityLb } from "../fields/destination-rule.ts";
import { each, type Place } from "../place.ts";
import { checkFailover, topologyLabels } from "./failover.ts";

/** Shares of traffic by locality, or where it goes when a region fails. */
export function checkLocalityLb(locality: LocalityLb, place: Place, outlier: boolean): void {
  const { distribute = [], failover = [], failoverPriority = [] } = locality;
  if (distribute.length > 0 && failover.length > 0) {
    place.error("`distribute` and `failover` cannot both be set");
    return;
  }
  if (failover.length > 0) {
    const topology = failoverPriority.findIndex((label) => topologyLabels.has(label));
    if (topology >= 0) {
      place
        .at("failoverPriority", topology)
        .error("a label of topology cannot be set beside `failover`, which says the same");
      return;
    }
  }
  if (!checkShares(distribute, place.at("distribute"))) return;
  place.at("distribute").error(localitiesProblem(distribute.map(({ from = "" }) => from)));
  checkFailover({ failover, failoverPriority, outlier }, place);
}

/** Whether the shares are sound. */
function checkShares(distribute: NonNullable<LocalityLb["distribute"]>, place: Place): boolean {
  let sound = true;
  each(distribute, place, ({ to = new Map<string, number>() }, at) => {
    const shares = [...to.values()];
    const total = shares.reduce((sum, share) => sum + share, 0);
    if (shares.some((share) => share < 1 || share > 100)) {
      at.at("to").error("each share is between 1 and 100 percent");
      sound = false;
    } else if (total !== 100) {
      at.at("to").error(`the shares sum to ${String(total)}, not to 100 percent`);
      sound = false;
    } else at.at("to").error(localitiesProblem([...to.keys()].sort()));
  });
  return sound;
}

/** Localities are `region/zone/subzone` with `*` at the end, and none is part of another. */
function localitiesProblem(localities: readonly string[]): string | undefined {
  const seen: string[][] = [];
  for (const locality of localities) {
    const parts = locality.split("/");
    const star = locality.indexOf("*");
    if ((star >= 0 && star !== locality.length - 1) || parts.includes("")) {
      return `${JSON.stringify(locality)} is not of the form region/zone/subzone, with \`*\` at the end at most`;
    }
    if (seen.some((each) => includes(withoutStar(each), parts) || includes(parts, each))) {
      return `the locality ${JSON.stringify(locality)} overlaps with another`;
    }
    seen.push(parts);
  }
  return undefined;
}

function includes(wide: readonly string[], narrow: readonly string[]): boolean {
  return wide.length <= narrow.length && wide.every((part, index) => part === narrow[index]);
}

/** What `*` covers: only of what comes before, as Istio reads the list in order. */
function withoutStar(parts: readonly string[]): readonly string[] {
  return parts.at(-1) === "*" ? parts.slice(0, -1) : parts;
}

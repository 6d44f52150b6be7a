import type { DestinationPolicy } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import type { SiteEndpoint } from "./endpoints-of.ts";
import { distance, isIn, type Place } from "./locality.ts";

/** Endpoints of a cluster with their ranks, and where shares count, the weight of each place. */
export interface PlacedEndpoints {
  readonly endpoints: readonly SiteEndpoint[];
  /** By place. Undefined: places have no shares. */
  readonly shares?: ReadonlyMap<Place, number>;
}

/** Of whole numbers, so that the shares of few endpoints stay exact enough. */
const scale = 1000;

/**
 * What a policy about places makes of the endpoints of a site that knows where it is: the nearest come first, or each
 * place gets its share and those that are left out get nothing. Everything else stays as it is.
 */
export function placeEndpoints(
  endpoints: readonly SiteEndpoint[],
  { locality: policy }: Pick<DestinationPolicy, "locality">,
  { locality: own }: Pick<ResolvedSite, "locality">,
): PlacedEndpoints {
  if (own === undefined || policy === undefined) return { endpoints };
  if (policy.kind === "failover") {
    const { failover } = policy;
    return {
      endpoints: endpoints.map((each) => ({ ...each, priority: rank(each, own, failover) })),
    };
  }
  const shares = sharesFor(own, policy.distribute);
  if (shares === undefined) return { endpoints };
  const told = Object.entries(shares).flatMap(([named, percent]) => {
    const inside = endpoints.filter(
      ({ locality }) => locality !== undefined && isIn(named, locality),
    );
    const whole = sum(inside);
    return inside.map((each) => ({ each, part: (percent * scale * (each.weight ?? 1)) / whole }));
  });
  const weights = new Map<Place, number>();
  for (const { each, part } of told) {
    const place = each.locality ?? "";
    weights.set(place, (weights.get(place) ?? 0) + part);
  }
  return {
    endpoints: told.map(({ each }) => each),
    shares: new Map(
      [...weights].map(([place, weight]) => [place, Math.max(1, Math.round(weight))]),
    ),
  };
}

/** What a policy says for somebody who is there; undefined where it says nothing. */
export function sharesFor(
  own: Place,
  distribute: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Readonly<Record<string, number>> | undefined {
  return Object.entries(distribute).find(([from]) => isIn(from, own))?.[1];
}

/** Another region than the one that is named comes last. */
function rank(
  { locality = "" }: SiteEndpoint,
  own: Place,
  failover: Readonly<Record<string, string>>,
): number {
  const far = distance(own, locality);
  if (far < 3) return far;
  const [here = ""] = own.split("/");
  const [there = ""] = locality.split("/");
  const named = Object.hasOwn(failover, here) ? failover[here] : undefined;
  return named === undefined || named === there ? 3 : 4;
}

function sum(endpoints: readonly SiteEndpoint[]): number {
  return endpoints.reduce((whole, { weight = 1 }) => whole + weight, 0);
}

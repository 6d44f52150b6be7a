import { each, type Place } from "../place.ts";

export const topologyLabels: ReadonlySet<string> = new Set([
  "topology.kubernetes.io/region",
  "topology.kubernetes.io/zone",
  "topology.istio.io/subzone",
]);

interface Failover {
  readonly failover: readonly {
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  }[];
  readonly failoverPriority: readonly string[];
  /** Whether endpoints that fail are noticed. */
  readonly outlier: boolean;
}

/** Where traffic goes when a region fails: to another region, which only outlier detection can tell. */
export function checkFailover(options: Failover, place: Place): void {
  const { failover, failoverPriority, outlier } = options;
  if (failover.length + failoverPriority.length > 0 && !outlier) {
    place.warn(
      "failover needs outlier detection: nothing else notices that endpoints fail",
      "add `outlierDetection` beside `loadBalancer`",
    );
  }
  each(failover, place.at("failover"), ({ from = "", to = "" }, at) => {
    if (from === to) at.error("failover goes from a region to itself");
    if (`${from}${to}`.includes("/")) at.error("failover is between regions, without zones");
    if (`${from}${to}`.includes("*")) at.error("failover names its regions, without `*`");
  });
}

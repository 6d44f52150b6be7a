import { accessLogClusters } from "./access-log.ts";
import { authoriserClusters } from "./authoriser-filters.ts";
import type { ResolvedSite } from "./edge-site.ts";
import type { Resource } from "./fields.ts";
import { metricsClusters } from "./stats.ts";
import { tracingClusters } from "./tracing.ts";

/** How the proxy reaches the servers that its site names, whatever it is a door for. */
export function siteClusters(site: ResolvedSite): readonly Resource[] {
  return [
    ...authoriserClusters(site),
    ...accessLogClusters(site),
    ...tracingClusters(site),
    ...metricsClusters(site),
  ];
}

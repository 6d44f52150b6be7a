import type { Report } from "../../diagnostics/index.ts";
import type { Graph } from "../../graph/index.ts";
import type { Mesh } from "../../model/index.ts";
import { bootstrap } from "./bootstrap.ts";
import { edgeConfig } from "./edge-config.ts";
import type { EdgeSite } from "./edge-site.ts";
import type { Fields } from "./fields.ts";
import { resolveSite } from "./resolve-site.ts";

/** Sites by name. */
export type EdgeSites = Readonly<Record<string, EdgeSite>>;

/**
 * A complete bootstrap for each site, sorted by the site's name, for `envoy -c`. Without sites one for each gateway, at
 * the addresses that the services have in the cluster.
 */
export function compileEnvoy(
  mesh: Mesh,
  graph: Pick<Graph, "routes">,
  report: Report,
  sites: EdgeSites = siteOfEachGateway(mesh),
): readonly Fields[] {
  return Object.entries(sites)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, site]) => {
      const resolved = resolveSite(mesh, name, site, report);
      if (resolved === undefined) return [];
      const delivery = { kind: "static" } as const;
      return [bootstrap(edgeConfig(mesh, graph, resolved, { delivery, report }))];
    });
}

function siteOfEachGateway(mesh: Mesh): EdgeSites {
  return Object.fromEntries(
    Object.values(mesh.gateways).map(({ name }) => [name, { gateway: name }]),
  );
}

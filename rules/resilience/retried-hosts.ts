import type { Path } from "../../diagnostics/index.ts";
import {
  virtualServiceSpec,
  virtualServiceType,
  type HttpRoute,
} from "../../graph/kinds/virtual-service.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { meshGateway } from "../routing/gateway-names.ts";

/** Retries of one host on the way to an egress gateway, and once more from there. */
export interface RetriedTwice {
  readonly object: KubernetesObject;
  readonly path: Path;
  readonly host: string;
  /** Retries of the sidecar. */
  readonly first: number;
  /** Retries of the gateway. */
  readonly second: number;
}

/** The hosts that proxies beside applications try again, with the first VirtualService that says so. */
export const retriedHosts = perGraph((graph) => {
  const byHost = new Map<
    string,
    { readonly object: KubernetesObject; readonly attempts: number }
  >();
  for (const object of objectsWith(graph, virtualServiceType, "attempts")) {
    for (const { route, mesh, attempts } of waysOf(object)) {
      if (!mesh || attempts === 0) continue;
      for (const { destination } of route.route ?? []) {
        const host = completeHost(destination?.host ?? "", object.namespace);
        if (!byHost.has(host)) byHost.set(host, { object, attempts });
      }
    }
  }
  return byHost;
});

/** What proxies try again on the way to an egress gateway, and once more from there: rules for both name gateways. */
export const retriedTwice = perGraph((graph): readonly RetriedTwice[] =>
  objectsWith(graph, virtualServiceType, "gateways").flatMap((object) => {
    const ways = waysOf(object);
    const inner = ways.find(
      (each) => each.mesh && !each.edge && each.attempts > 0 && isEgress(each.route),
    );
    const outer = ways.find((each) => each.edge && !each.mesh && each.attempts > 0);
    if (inner === undefined || outer === undefined) return [];
    const path = ["spec", "http", outer.index, "retries"];
    const host = virtualServiceSpec(object)?.hosts?.[0] ?? "";
    return [{ object, path, host, first: inner.attempts, second: outer.attempts }];
  }),
);

/** The rules of a VirtualService: whether each holds for the sidecars, for gateways or for both, and its retries. */
function waysOf(object: KubernetesObject) {
  const { gateways = [], http = [] } = virtualServiceSpec(object) ?? {};
  const all = gateways.length === 0 ? [meshGateway] : gateways;
  return http.map((route, index) => {
    const { match = [], retries } = route;
    const named = match.flatMap((each) => (each.gateways?.length ? each.gateways : all));
    const own = match.length === 0 ? all : named;
    return {
      route,
      index,
      mesh: own.includes(meshGateway),
      edge: own.some((each) => each !== meshGateway),
      attempts: retries?.attempts ?? 0,
    };
  });
}

function isEgress({ route = [] }: HttpRoute): boolean {
  return route.some(({ destination }) => /^[^.]*egress/.test(destination?.host ?? ""));
}

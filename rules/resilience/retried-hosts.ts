import type { Path } from "../../diagnostics/index.ts";
import {
  virtualServiceSpec,
  virtualServiceType,
  type HttpRoute,
} from "../../graph/kinds/virtual-service.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
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

/** What VirtualServices make proxies try again. */
export const retriedHosts = perGraph((graph) => {
  const byHost = new Map<
    string,
    { readonly object: KubernetesObject; readonly attempts: number }
  >();
  const twice: RetriedTwice[] = [];
  for (const object of objectsOf(graph, virtualServiceType)) {
    const { hosts = [], gateways = [meshGateway], http = [] } = virtualServiceSpec(object) ?? {};
    const ways = http.map((route, index) => ({ ...waysOf(route, gateways), route, index }));
    for (const { route, mesh, attempts } of ways) {
      if (!mesh || attempts === 0) continue;
      for (const { destination } of route.route ?? []) {
        const host = completeHost(destination?.host ?? "", object.namespace);
        byHost.set(host, byHost.get(host) ?? { object, attempts });
      }
    }
    const inner = ways.find(
      (each) => each.mesh && !each.edge && each.attempts > 0 && isEgress(each.route),
    );
    const outer = ways.find((each) => each.edge && !each.mesh && each.attempts > 0);
    if (inner === undefined || outer === undefined) continue;
    const path = ["spec", "http", outer.index, "retries"];
    twice.push({
      object,
      path,
      host: hosts[0] ?? "",
      first: inner.attempts,
      second: outer.attempts,
    });
  }
  return { byHost, twice };
});

/** Whether a rule holds for the sidecars, for gateways or for both, and its retries. */
function waysOf({ match = [], retries }: HttpRoute, gateways: readonly string[]) {
  const own = match.length === 0 ? [gateways] : match.map((each) => each.gateways ?? gateways);
  const all = own.flat();
  return {
    mesh: all.includes(meshGateway),
    edge: all.some((each) => each !== meshGateway),
    attempts: retries?.attempts ?? 0,
  };
}

function isEgress({ route = [] }: HttpRoute): boolean {
  return route.some(({ destination }) => /^[^.]*egress/.test(destination?.host ?? ""));
}

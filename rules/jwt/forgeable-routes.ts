import type { Path } from "../../diagnostics/index.ts";
import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import {
  virtualServiceSpec,
  virtualServiceType,
  type HttpRoute,
} from "../../graph/kinds/virtual-service.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { findObject, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { completeGateway, meshGateway } from "../routing/gateway-names.ts";
import { gatewayWorkloads } from "../gateway/gateway-workloads.ts";
import { claimHeaders, isWritten, type ClaimHeader } from "./claim-headers.ts";

/** A route by which the header of a claim reaches a service as the client sent it. */
export interface ForgeableRoute {
  readonly object: KubernetesObject;
  readonly path: Path;
  readonly header: string;
  /** `namespace/name`. */
  readonly gateway: string;
  /** Who fills the header on another way to the same service. */
  readonly writer: KubernetesObject;
}

interface Entry {
  readonly object: KubernetesObject;
  readonly path: Path;
  readonly route: HttpRoute;
  readonly gateway: KubernetesObject;
}

/** Routes to a service at a gateway that does not write a header, where another gateway of the same service does. */
export function forgeableRoutes(graph: ObjectGraph): readonly ForgeableRoute[] {
  const found: ForgeableRoute[] = [];
  for (const entries of entriesByHost(graph).values()) {
    for (const [header, writers] of claimHeaders(graph)) {
      const trusted = entries.some(({ gateway }) => writes(graph, writers, gateway));
      const [first] = writers;
      if (!trusted || first === undefined) continue;
      for (const { object, path, route, gateway } of entries) {
        if (writes(graph, writers, gateway) || removes(route, header)) continue;
        const name = `${gateway.namespace}/${gateway.name}`;
        found.push({ object, path, header, gateway: name, writer: first.object });
      }
    }
  }
  return found;
}

/** Ways in from gateways, by the service that they lead to. */
function entriesByHost(graph: ObjectGraph): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const object of objectsOf(graph, virtualServiceType)) {
    const { gateways = [], http = [] } = virtualServiceSpec(object) ?? {};
    const proxies = gateways.flatMap((each) => {
      const { namespace, name } = completeGateway(each, object.namespace);
      const gateway = findObject(graph, gatewayType, namespace, name);
      return each === meshGateway || gateway === undefined ? [] : [gateway];
    });
    if (proxies.length === 0) continue;
    for (const [index, route] of http.entries()) {
      const hosts = (route.route ?? []).flatMap(({ destination }) => destination?.host ?? []);
      for (const host of new Set(hosts.map((each) => completeHost(each, object.namespace)))) {
        const known = entries.get(host) ?? [];
        entries.set(host, known);
        const path = ["spec", "http", index];
        known.push(...proxies.map((gateway) => ({ object, path, route, gateway })));
      }
    }
  }
  return entries;
}

function writes(
  graph: ObjectGraph,
  writers: readonly ClaimHeader[],
  gateway: KubernetesObject,
): boolean {
  const { namespace, pods } = gatewayWorkloads(graph, gateway);
  const labels = pods[0]?.labels ?? gatewaySpec(gateway)?.selector ?? {};
  return isWritten(writers, { namespace: namespace ?? gateway.namespace, labels });
}

function removes({ headers, route = [] }: HttpRoute, header: string): boolean {
  const all = [headers, ...route.map((each) => each.headers)];
  return all.some((each) =>
    (each?.request?.remove ?? []).some((name) => name.toLowerCase() === header),
  );
}

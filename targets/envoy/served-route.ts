import {
  hostOf,
  serviceOfRule,
  type Graph,
  type HostPart,
  type RouteNode,
  type RouteRuleNode,
} from "../../graph/index.ts";
import { servicesOf, type Mesh, type WorkloadService } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { ledService, type ReachedService } from "./led-service.ts";

/** A route of the gateway for requests, and the services that it leads to. */
export interface ServedRoute {
  readonly route: RouteNode;
  /** Of its virtual host: the service, or the host where parts of it are handed over. */
  readonly name: string;
  /** At least one, in the order in which their rules are tried. */
  readonly parts: readonly ServedRules[];
}

/** Rules of one service: those of a part of a host, or those of all that is handed over to nobody. */
export interface ServedRules {
  readonly service: WorkloadService;
  readonly part?: HostPart;
  readonly rules: readonly RouteRuleNode[];
  /** Other services that the rules lead to, by host. */
  readonly others: ReadonlyMap<string, ReachedService>;
}

/** A route of the gateway for whole connections. */
export interface ServedConnections {
  readonly route: RouteNode;
  /** The service that they go to, only with the port that takes them. */
  readonly service: WorkloadService;
}

interface Served {
  readonly requests: readonly ServedRoute[];
  readonly connections: readonly ServedConnections[];
}

/** What a site's gateway leads to. */
export function servedRoutes(mesh: Mesh, graph: Pick<Graph, "routes">, site: ResolvedSite): Served {
  const gateway = mesh.gateways[site.gateway];
  const id = `${gateway?.namespace ?? ""}/${site.gateway}`;
  const byHost = new Map(servicesOf(mesh).map((each) => [hostOf(each), each]));
  const workload = (host: string | undefined): readonly WorkloadService[] => {
    const service = byHost.get(host ?? "");
    return service?.kind === "workload" ? [service] : [];
  };
  const routes = graph.routes.filter(({ gateways }) => gateways.includes(id));
  const requests = routes.flatMap((route): readonly ServedRoute[] => {
    if (route.connections !== undefined) return [];
    const groups = Map.groupBy(route.rules, ({ part }) => part?.path);
    const parts = [...groups.values()].flatMap((rules): readonly ServedRules[] => {
      const [first] = rules;
      if (first === undefined) return [];
      const { part } = first;
      return workload(serviceOfRule(route, first)).map((service) => {
        const hosts = rules.flatMap(({ destinations }) => destinations.map(({ host }) => host));
        const led = hosts.filter((host) => host !== hostOf(service));
        const others = new Map(
          led.flatMap((host) =>
            workload(host).map((each) => [host, ledService(each, service)] as const),
          ),
        );
        return { service, rules, others, ...(part === undefined ? {} : { part }) };
      });
    });
    const [first, ...others] = parts;
    if (first === undefined) return [];
    const isShared = others.length > 0 || first.part !== undefined;
    return [{ route, name: isShared ? hostName(route) : first.service.name, parts }];
  });
  const connections = routes.flatMap((route): readonly ServedConnections[] => {
    const { connections: way } = route;
    if (way === undefined) return [];
    return workload(route.service).map((service) => {
      return {
        route,
        service: { ...service, ports: service.ports.filter(({ number }) => number === way.to) },
      };
    });
  });
  return { requests: requests.map(withOwnName), connections };
}

/** Where a site serves nothing but a host's own service, that may have hosts without parts as well. */
function withOwnName(served: ServedRoute, index: number, all: readonly ServedRoute[]): ServedRoute {
  const isTaken = all.slice(0, index).some(({ name }) => name === served.name);
  return isTaken ? { ...served, name: hostName(served.route) } : served;
}

/** No name of a service has a colon in it. */
function hostName({ hosts }: Pick<RouteNode, "hosts">): string {
  return `host:${hosts.join(" ")}`;
}

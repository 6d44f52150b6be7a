import type { Path } from "../../diagnostics/index.ts";
import type { Gateway, GatewayHost, Mesh, Service } from "../../model/index.ts";
import { httpProtocols } from "../../model/vocabulary.ts";
import type { OriginOf } from "../create-origin.ts";
import { connectionDestinations } from "../connection-destinations.ts";
import type { ConnectionMatch, RouteNode, RouteRuleNode } from "../graph.ts";
import { gatewayRouteName, hostOf, sharedHostRouteName } from "../names.ts";
import { rulesAtPort } from "../rules-at-port.ts";
import { buildRules } from "./build-rules.ts";
import { routeOf } from "./route-of.ts";
import { sharedHostRules, type RulesOf } from "./shared-host-rules.ts";

/** Hosts of one gateway that lead to one service in one way. */
interface Group {
  readonly service: string;
  readonly hosts: readonly string[];
  /** What distinguishes it among the groups of one service. */
  readonly suffix: string;
  readonly connections?: ConnectionMatch;
  readonly path: Path;
}

/**
 * The routes of every gateway: one for each service that it sends requests to, one for each way in which whole
 * connections get to it, and one for each host of which parts are handed over.
 */
export function buildGatewayRoutes(mesh: Mesh, origin: OriginOf): readonly RouteNode[] {
  return Object.values(mesh.gateways).flatMap((gateway) =>
    groupsOf(gateway, mesh)
      .flatMap((group): RouteNode[] => {
        const found = rulesOf(group.service);
        if (found === undefined) return [];
        const { host, rules } = found;
        const { connections } = group;
        return [
          {
            name: gatewayRouteName(gateway.name, group.service, group.suffix),
            namespace: gateway.namespace,
            hosts: group.hosts,
            gateways: [`${gateway.namespace}/${gateway.name}`],
            ...(connections === undefined
              ? { rules }
              : { connections, rules: rules.slice(-1).map((rule) => ofConnections(rule, host)) }),
            service: host,
            origin: origin(group.path),
          },
        ];
      })
      .concat(sharedHosts(gateway)),
  );

  function rulesOf(name: string): ReturnType<RulesOf> {
    const service = mesh.services[name];
    if (service === undefined) return undefined;
    const route = routeOf(mesh, service.name);
    const all = buildRules({ mesh, service, route, callers: [], origin });
    const rules = rulesAtPort(all, portOfProtocol(service, httpProtocols));
    return { host: hostOf(service), rules };
  }

  function sharedHosts({ namespace, name, hosts }: Gateway): readonly RouteNode[] {
    return hosts.filter(isShared).map((each): RouteNode => {
      const own = each.service === undefined ? undefined : mesh.services[each.service];
      return {
        name: sharedHostRouteName(name, each.host),
        namespace,
        hosts: [each.host],
        gateways: [`${namespace}/${name}`],
        rules: sharedHostRules(each, rulesOf),
        ...(own === undefined ? {} : { service: hostOf(own) }),
        origin: origin(["gateways", name, "hosts", each.host]),
      };
    });
  }
}

/** Connections stay with the service, and only its own weights reach them. */
function ofConnections(rule: RouteRuleNode, host: string): RouteRuleNode {
  return { ...rule, destinations: connectionDestinations(rule, host) };
}

function isShared({ paths }: GatewayHost): boolean {
  return paths.length > 0;
}

function groupsOf(gateway: Gateway, mesh: Mesh): readonly Group[] {
  const { name, hosts, ports, tcp } = gateway;
  const requests = hosts.filter((each) => each.carries === "requests" && !isShared(each));
  const passed = hosts.filter(({ tls }) => tls?.mode === "passthrough");
  const opened = hosts.filter(
    ({ tls, carries }) => tls?.mode === "terminate" && carries === "connections",
  );
  const byHosts = (found: readonly GatewayHost[]) =>
    [...Map.groupBy(found, (each) => each.service ?? "")]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([service, group]) => ({
        service,
        hosts: group.map(({ host }) => host),
        path: ["gateways", name, "hosts", group[0]?.host ?? service],
      }));
  const portOf = (service: string, protocols: readonly string[]): number =>
    portOfProtocol(mesh.services[service], protocols);
  return [
    ...byHosts(requests).map((each) => ({ ...each, suffix: "" })),
    ...byHosts(passed).map((each) => ({
      ...each,
      suffix: "tls",
      connections: { by: "sni", port: ports.https, to: portOf(each.service, ["tls"]) } as const,
    })),
    ...byHosts(opened).map((each) => ({
      ...each,
      suffix: "tcp",
      connections: { by: "port", port: ports.https, to: portOf(each.service, ["tcp"]) } as const,
    })),
    ...tcp.map(({ name: listener, port, service }) => ({
      service,
      hosts: ["*"],
      suffix: listener,
      connections: { by: "port", port, to: portOf(service, ["tcp", "tls"]) } as const,
      path: ["gateways", name, "tcp", listener],
    })),
  ];
}

/** The first port with one of the protocols; `parseMesh` has seen to it that there is one. */
function portOfProtocol(service: Service | undefined, protocols: readonly string[]): number {
  const port = service?.ports.find(({ protocol }) => protocols.includes(protocol));
  return port?.number ?? 0;
}

import type { Report } from "../../diagnostics/index.ts";
import {
  serviceByHost,
  serviceOfRule,
  type Graph,
  type Manifest,
  type RouteNode,
} from "../../graph/index.ts";
import type { Gateway, Mesh } from "../../model/index.ts";
import { atFittingPort } from "../at-fitting-port.ts";
import { httpPorts } from "../gateway-api/references.ts";
import { ownHostService, versionServices } from "../gateway-api/version-services.ts";
import { sortManifests } from "../sort-manifests.ts";
import { ingress, type ServedHost, type ServedPath } from "./ingress.ts";
import { ingressPaths } from "./ingress-paths.ts";
import type { IngressOptions } from "./ingress-options.ts";

/**
 * The gateways of a mesh as Ingresses, one for each namespace that a gateway leads to, and the Services of the versions
 * that they send to. A certificate that lies in another namespace than its Ingress is an error (HED3040).
 */
export function compileIngress(
  mesh: Mesh,
  graph: Pick<Graph, "routes" | "services">,
  report: Report,
  { className = "istio" }: IngressOptions = {},
): readonly Manifest[] {
  const gateways = Object.values(mesh.gateways).filter(({ kind }) => kind === "ingress");
  const served = gateways.flatMap((gateway) =>
    servedHosts(gateway, graph).map((each) => ({ ...each, gateway })),
  );
  for (const each of served) checkSecret(each, report);
  const places = Map.groupBy(served, ({ gateway, namespace }) => `${gateway.name} ${namespace}`);
  const ingresses = [...places.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [ingress(first.gateway, first.namespace, group, className)];
  });
  return sortManifests([...usedServices(mesh, served), ...ingresses], ["Service", "Ingress"]);
}

/** The hosts whose requests, not connections, a gateway routes to services of the mesh, sorted; by their namespaces. */
function servedHosts(
  { namespace, name, hosts }: Gateway,
  graph: Pick<Graph, "routes" | "services">,
): readonly ServedHost[] {
  const id = `${namespace}/${name}`;
  const routes = new Map(
    graph.routes
      .filter(({ gateways, connections }) => gateways.includes(id) && connections === undefined)
      .flatMap((route) => route.hosts.map((host) => [host, route])),
  );
  return hosts
    .filter(({ carries }) => carries === "requests")
    .flatMap((host): ServedHost[] => {
      const backends = servedPaths(routes.get(host.host), graph);
      const groups = Map.groupBy(backends, ({ service }) => service.namespace);
      return [...groups].map(([place, group]) => ({ host, namespace: place, backends: group }));
    })
    .sort((a, b) => (a.host.host < b.host.host ? -1 : 1));
}

function servedPaths(
  route: RouteNode | undefined,
  graph: Pick<Graph, "services">,
): readonly ServedPath[] {
  const rules = (route?.rules ?? []).map((rule) => {
    const owner = route === undefined ? undefined : serviceOfRule(route, rule);
    const service = serviceByHost(graph, owner ?? "");
    const called = { service, port: service === undefined ? undefined : httpPorts(service)[0] };
    const destinations = rule.destinations.map((each) => atFittingPort(each, graph, called));
    return { ...rule, destinations };
  });
  return ingressPaths({ rules }).flatMap(({ service: host, ...path }) => {
    const service = serviceByHost(graph, host);
    if (service === undefined || service.external || httpPorts(service).length === 0) return [];
    return [{ ...path, service }];
  });
}

/** The Services that a path leads to and that nobody else makes: those of versions, and of services with a host of their own. */
function usedServices(mesh: Mesh, served: readonly ServedHost[]): readonly Manifest[] {
  const used = Map.groupBy(
    served.flatMap(({ backends }) => backends),
    ({ service }) => service.name,
  );
  return [...used].flatMap(([name, paths]) => {
    const service = mesh.services[name];
    if (service?.kind !== "workload") return [];
    const versions = new Set(paths.flatMap(({ version }) => version ?? []));
    const named = service.versions.filter((version) => versions.has(version.name));
    const whole = paths.some(({ version }) => version === undefined);
    return [
      ...(whole ? ownHostService(service) : []),
      ...versionServices({ ...service, versions: named }),
    ];
  });
}

function checkSecret(
  { gateway, host, namespace, backends }: ServedHost & { readonly gateway: Gateway },
  report: Report,
): void {
  if (host.tls?.mode !== "terminate" || namespace === gateway.namespace) return;
  const [secret] = host.tls.secrets;
  const names = [...new Set(backends.map(({ service }) => `"${service.name}"`))].sort().join(", ");
  report.add({
    code: "HED3040",
    severity: "error",
    path: ["gateways", gateway.name, "hosts", host.host, "tls"],
    message: `target "ingress" cannot show the certificate "${secret}" of namespace ${gateway.namespace}: the Ingress of ${names} is in the namespace ${namespace} and reads Secrets of that one only`,
    fix: `put the gateway into the namespace ${namespace}, or compile to target gateway-api`,
  });
}

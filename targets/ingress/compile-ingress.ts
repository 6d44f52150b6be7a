import type { Report } from "../../diagnostics/index.ts";
import { serviceByHost, type Graph, type Manifest } from "../../graph/index.ts";
import type { Gateway, Mesh } from "../../model/index.ts";
import { httpPorts } from "../gateway-api/references.ts";
import { versionServices } from "../gateway-api/version-services.ts";
import { sortManifests } from "../sort-manifests.ts";
import { ingress, type ServedHost } from "./ingress.ts";
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
  const places = Map.groupBy(
    served,
    ({ gateway, service }) => `${gateway.name} ${service.namespace}`,
  );
  const ingresses = [...places.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [ingress(first.gateway, first.service.namespace, group, className)];
  });
  return sortManifests([...usedVersions(mesh, served), ...ingresses], ["Service", "Ingress"]);
}

/** The hosts whose requests, not connections, a gateway routes to a service of the mesh, sorted. */
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
      const route = routes.get(host.host);
      const service = serviceByHost(graph, route?.service ?? "");
      if (route === undefined || service === undefined || service.external) return [];
      return httpPorts(service).length === 0 ? [] : [{ host, route, service }];
    })
    .sort((a, b) => (a.host.host < b.host.host ? -1 : 1));
}

/** The Services of the versions that a path leads to; the others need none. */
function usedVersions(mesh: Mesh, served: readonly ServedHost[]): readonly Manifest[] {
  const used = Map.groupBy(served, ({ service }) => service.name);
  return [...used].flatMap(([name, hosts]) => {
    const service = mesh.services[name];
    if (service?.kind !== "workload") return [];
    const versions = new Set(
      hosts.flatMap(({ route }) => ingressPaths(route).flatMap(({ version }) => version ?? [])),
    );
    const named = service.versions.filter((version) => versions.has(version.name));
    return versionServices({ ...service, versions: named });
  });
}

function checkSecret(
  { gateway, host, service }: ServedHost & { readonly gateway: Gateway },
  report: Report,
): void {
  if (host.tls?.mode !== "terminate" || service.namespace === gateway.namespace) return;
  const [secret] = host.tls.secrets;
  report.add({
    code: "HED3040",
    severity: "error",
    path: ["gateways", gateway.name, "hosts", host.host, "tls"],
    message: `target "ingress" cannot show the certificate "${secret}" of namespace ${gateway.namespace}: the Ingress of "${service.name}" is in its namespace, ${service.namespace}, and reads Secrets of that one only`,
    fix: `put the gateway into the namespace ${service.namespace}, or compile to target gateway-api`,
  });
}

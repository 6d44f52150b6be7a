import type { Gateway, GatewayHost, Mesh, Namespace } from "../mesh.ts";
import { namespaceMtls } from "../namespace-mtls.ts";
import type { GatewayInput } from "../schema/gateway-schema.ts";
import type { MeshInput } from "../schema/mesh-schema.ts";
import { normalizeAccess } from "./normalize-access.ts";
import { normalizeRoute } from "./normalize-route.ts";
import { normalizeService } from "./normalize-service.ts";
import { sortedEntries, sortedMap } from "./sorted.ts";

/** Fills in every default and brings all maps into one order, so that equal meshes are equal data. */
export function normalizeMesh(input: MeshInput): Mesh {
  const namespace = input.namespace ?? input.name;
  const trust = { domain: input.trust.domain, mtls: input.trust.mtls ?? "strict" };
  const namespaces = sortedMap(input.namespaces, (each, name): Namespace => {
    return { name, mtls: each.mtls ?? trust.mtls };
  });
  const defaults = {
    namespace,
    access: input.access?.default ?? "open",
    mtlsIn: (name: string) => namespaceMtls({ namespaces, trust }, name),
  };
  return {
    name: input.name,
    namespace,
    trust,
    namespaces,
    services: sortedMap(input.services, (each, name) => normalizeService(name, each, defaults)),
    routes: sortedMap(input.routes, (each, service) => normalizeRoute(service, each)),
    gateways: sortedMap(input.gateways, (each, name) => normalizeGateway(name, each, namespace)),
    access: normalizeAccess(input.access),
  };
}

function normalizeGateway(name: string, input: GatewayInput, namespace: string): Gateway {
  return {
    name,
    namespace: input.namespace ?? namespace,
    hosts: sortedEntries(input.hosts).map(([host, { service, tls }]): GatewayHost => {
      return { host, service, ...(tls === undefined ? {} : { tlsSecret: tls.secret }) };
    }),
  };
}

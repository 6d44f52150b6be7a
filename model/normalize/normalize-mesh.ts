import type { Gateway, GatewayHost, Mesh } from "../mesh.ts";
import type { GatewayInput } from "../schema/gateway-schema.ts";
import type { MeshInput } from "../schema/mesh-schema.ts";
import { normalizeRoute } from "./normalize-route.ts";
import { normalizeService } from "./normalize-service.ts";
import { sortedEntries, sortedMap } from "./sorted.ts";

/** Fills in every default and brings all maps into one order, so that equal meshes are equal data. */
export function normalizeMesh(input: MeshInput): Mesh {
  const namespace = input.namespace ?? input.name;
  return {
    name: input.name,
    namespace,
    trust: { domain: input.trust.domain, mtls: input.trust.mtls ?? "strict" },
    services: sortedMap(input.services, (each, name) => normalizeService(name, each, namespace)),
    routes: sortedMap(input.routes, (each, service) => normalizeRoute(service, each)),
    gateways: sortedMap(input.gateways, (each, name) => normalizeGateway(name, each, namespace)),
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

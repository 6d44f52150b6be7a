import type { Mesh, Namespace } from "../mesh.ts";
import { namespaceMtls } from "../namespace-mtls.ts";
import type { MeshInput } from "../schema/mesh-schema.ts";
import { normalizeAccess } from "./normalize-access.ts";
import { normalizeAuthentication } from "./normalize-authentication.ts";
import { normalizeDiscovery } from "./normalize-discovery.ts";
import { normalizeGateway } from "./normalize-gateway.ts";
import { normalizeGlobalLimits } from "./normalize-limit.ts";
import { normalizeProviders } from "./normalize-providers.ts";
import { normalizeRoute } from "./normalize-route.ts";
import { normalizeService } from "./normalize-service.ts";
import { normalizeTelemetry } from "./normalize-telemetry.ts";
import { sortedMap } from "./sorted.ts";

/** Fills in every default and brings all maps into one order, so that equal meshes are equal data. */
export function normalizeMesh(input: MeshInput): Mesh {
  const namespace = input.namespace ?? input.name;
  const { domain, aliases, mtls = "strict" } = input.trust;
  const trust = { domain, aliases: [...new Set(aliases)].sort(), mtls };
  const namespaces = sortedMap(input.namespaces, (each, name): Namespace => {
    return { name, mtls: each.mtls ?? trust.mtls };
  });
  const defaults = {
    namespace,
    access: input.access?.default,
    discovery: input.discovery,
    mtlsIn: (name: string) => namespaceMtls({ namespaces, trust }, name),
  };
  const services = sortedMap(input.services, (each, name) => {
    return normalizeService(name, each, defaults);
  });
  return {
    name: input.name,
    namespace,
    trust,
    namespaces,
    services,
    routes: sortedMap(input.routes, (each, service) => normalizeRoute(service, each)),
    gateways: sortedMap(input.gateways, (each, name) => {
      return normalizeGateway(name, each, { namespace, services });
    }),
    authentication: normalizeAuthentication(input.authentication),
    access: normalizeAccess(input.access),
    discovery: normalizeDiscovery(input.discovery),
    ...(input.globalLimits === undefined
      ? {}
      : { globalLimits: normalizeGlobalLimits(input.globalLimits) }),
    providers: normalizeProviders(input.providers, services),
    telemetry: normalizeTelemetry(input.telemetry),
  };
}

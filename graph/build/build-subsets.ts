import type { Mesh } from "../../model/index.ts";
import { servicesOf } from "../../model/services-of.ts";
import type { OriginOf } from "../create-origin.ts";
import type { SubsetNode } from "../graph.ts";
import { hostOf } from "../names.ts";

/** One subset a named version. */
export function buildSubsets(mesh: Mesh, origin: OriginOf): readonly SubsetNode[] {
  return servicesOf(mesh).flatMap((service) => {
    if (service.kind === "external" || !service.versioned) return [];
    return service.versions.map(({ name }) => ({
      host: hostOf(service),
      name,
      labels: { version: name },
      origin: origin(["services", service.name, "versions", name]),
    }));
  });
}

import type { Path } from "../diagnostics/index.ts";
import { servicesOf, type Discovery, type Mesh } from "../model/index.ts";

/** The places that say what proxies hear of: that of the mesh, and of services that differ from it. */
export function discoveryUses(mesh: Mesh) {
  const said = servicesOf(mesh).flatMap((service) => {
    if (service.kind !== "workload" || !service.inMesh) return [];
    const place: Path = ["services", service.name, "discovery"];
    return [{ place, discovery: service.discovery, base: mesh.discovery }];
  });
  const whole = { place: ["discovery"] as Path, discovery: mesh.discovery, base: undefined };
  const where = (key: keyof Discovery, test: (discovery: Discovery) => boolean): Path[] =>
    [whole, ...said]
      .filter(({ discovery, base }) => test(discovery) && discovery[key] !== base?.[key])
      .map(({ place }) => place);
  return {
    "discovery/declared-calls": where("scope", ({ scope }) => scope === "declared-calls"),
    "discovery/unknown-hosts": where(
      "unknownHosts",
      ({ unknownHosts }) => unknownHosts !== undefined,
    ),
  };
}

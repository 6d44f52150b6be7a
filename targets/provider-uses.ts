import type { Path } from "../diagnostics/index.ts";
import { servicesOf, type Mesh, type Telemetry } from "../model/index.ts";

/** Places that name whom proxies ask or tell, and what proxies report. */
export function providerFeatureUses(mesh: Mesh) {
  const said: readonly { readonly path: Path; readonly telemetry: Telemetry }[] = [
    { path: ["telemetry"], telemetry: mesh.telemetry },
    ...servicesOf(mesh).flatMap((each) => {
      const path: Path = ["services", each.name, "telemetry"];
      return each.kind === "workload" ? [{ path, telemetry: each.telemetry }] : [];
    }),
    ...Object.values(mesh.gateways).map(({ name, telemetry }) => {
      return { path: ["gateways", name, "telemetry"], telemetry };
    }),
  ];
  const where = (part: keyof Telemetry): Path[] =>
    said
      .filter(({ telemetry }) => telemetry[part] !== undefined)
      .map(({ path }) => [...path, part]);
  const { aliases } = mesh.trust;
  const aliasPlaces: Path[] = aliases.length === 0 ? [] : [["trust", "aliases"]];
  return {
    "trust/aliases": aliasPlaces,
    "telemetry/logs": where("logs"),
    "telemetry/traces": where("traces"),
    "telemetry/metrics": where("metrics"),
  };
}

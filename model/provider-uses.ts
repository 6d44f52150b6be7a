import type { Path } from "../diagnostics/index.ts";
import type { Gateway, Mesh, WorkloadService } from "./mesh.ts";
import type { Telemetry } from "./telemetry.ts";
import { workloadServices } from "./workload-services.ts";

/** A proxy of a service or gateway asks or tells somebody. */
export interface ProviderUse {
  readonly by: WorkloadService | Gateway;
  /** Name of the provider. */
  readonly provider: string;
  /** Where that is said. */
  readonly path: Path;
}

const parts = ["logs", "traces", "metrics"] as const satisfies readonly (keyof Telemetry)[];

/** Whom the proxies of a mesh ask or tell. Nobody's own proxy reports to itself what it hears of reports. */
export function providerUses(mesh: Mesh): readonly ProviderUse[] {
  const services = workloadServices(mesh).filter(({ inMesh }) => inMesh);
  const gateways = Object.values(mesh.gateways);
  return [
    ...mesh.access.rules.flatMap(({ name, provider, services: at, gateways: doors }) => {
      const path: Path = ["access", "rules", name, "provider"];
      const asking = [
        ...services.filter((each) => at.includes(each.name)),
        ...gateways.filter((each) => doors.includes(each.name)),
      ];
      return provider === undefined ? [] : asking.map((by) => ({ by, provider, path }));
    }),
    ...services.flatMap((by) => telemetryUses(mesh, by, ["services", by.name, "telemetry"])),
    ...gateways.flatMap((by) => telemetryUses(mesh, by, ["gateways", by.name, "telemetry"])),
  ];
}

function telemetryUses(
  mesh: Mesh,
  by: WorkloadService | Gateway,
  own: Path,
): readonly ProviderUse[] {
  const effective = effectiveTelemetry(mesh, by);
  if (effective === nothing) return [];
  return parts.flatMap((part) => {
    const said = effective[part];
    if (said === undefined || said === "off") return [];
    const path = by.telemetry[part] === undefined ? ["telemetry"] : own;
    return [{ by, provider: said.provider, path: [...path, part, "provider"] }];
  });
}

const nothing: Telemetry = {};

/**
 * What the proxies of a service or gateway report: its own words over the mesh's. Those of a provider's own service tell
 * it nothing, because every report would be reported again.
 */
export function effectiveTelemetry(
  { telemetry, providers }: Pick<Mesh, "telemetry" | "providers">,
  by: WorkloadService | Gateway,
): Telemetry {
  const saysNothing = (part: keyof Telemetry): boolean =>
    telemetry[part] === undefined && by.telemetry[part] === undefined;
  if (parts.every(saysNothing)) return nothing;
  const all = { ...telemetry, ...by.telemetry };
  const isOwn = (name: string): boolean => {
    const provider = Object.hasOwn(providers, name) ? providers[name] : undefined;
    return (
      "versions" in by &&
      provider !== undefined &&
      "service" in provider &&
      provider.service === by.name
    );
  };
  const kept = parts.map((part) => {
    const said = all[part];
    return [part, said !== undefined && said !== "off" && isOwn(said.provider) ? "off" : said];
  });
  return Object.fromEntries(kept.filter(([, said]) => said !== undefined)) as Telemetry;
}

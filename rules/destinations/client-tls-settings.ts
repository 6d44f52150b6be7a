import type { Path } from "../../diagnostics/index.ts";
import type { DestinationRuleSpec, TrafficPolicy } from "../../graph/kinds/destination-rule.ts";

/** TLS that a DestinationRule makes clients start, and where it says so. */
export interface ClientTlsSetting {
  readonly tls: NonNullable<TrafficPolicy["tls"]>;
  readonly path: Path;
  readonly inSubset: boolean;
  /** Where it holds for one port only. */
  readonly port?: number;
}

/** All TLS settings of a DestinationRule: of the destination, of its subsets, and of single ports of both. */
export function clientTlsSettings(spec: DestinationRuleSpec): readonly ClientTlsSetting[] {
  return [
    ...settingsOf(spec.trafficPolicy, ["spec", "trafficPolicy"], false),
    ...(spec.subsets ?? []).flatMap(({ trafficPolicy }, index) =>
      settingsOf(trafficPolicy, ["spec", "subsets", index, "trafficPolicy"], true),
    ),
  ];
}

function settingsOf(
  policy: TrafficPolicy | undefined,
  path: Path,
  inSubset: boolean,
): readonly ClientTlsSetting[] {
  const ports = (policy?.portLevelSettings ?? []).flatMap(({ tls, port }, index) =>
    tls === undefined
      ? []
      : {
          tls,
          path: [...path, "portLevelSettings", index, "tls"],
          inSubset,
          port: port?.number ?? 0,
        },
  );
  const own = policy?.tls;
  return own === undefined ? ports : [{ tls: own, path: [...path, "tls"], inSubset }, ...ports];
}

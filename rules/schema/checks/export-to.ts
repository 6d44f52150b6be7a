import { isDnsLabel } from "../values/dns.ts";
import { each, type Place } from "../place.ts";

interface ExportTo {
  readonly exportTo: readonly string[] | undefined;
  readonly namespace: string;
  /** `~`, to nobody, is for a ServiceEntry only. */
  readonly nobody?: boolean;
  /** With a workload selector a DestinationRule stays in its namespace. */
  readonly ownOnly?: boolean;
}

/** The namespaces that an object is exported to. */
export function checkExportTo(
  { exportTo, namespace, nobody = false, ownOnly = false }: ExportTo,
  place: Place,
): void {
  if (exportTo === undefined) return;
  const seen = new Set<string>();
  each(exportTo, place, (scope, at) => {
    const meant = scope === "." ? namespace : scope;
    if (seen.has(meant)) at.error(`${JSON.stringify(scope)} is exported to twice`);
    else if (meant === "*" || (nobody && meant === "~") || isScope(scope, meant)) seen.add(meant);
    else at.error(`${JSON.stringify(scope)} is neither \`.\`, nor \`*\`, nor a namespace`);
  });
  if (ownOnly && seen.size > 0 && (seen.size > 1 || !seen.has(namespace))) {
    place.error(
      "with a workload selector the rule can be exported to its own namespace only",
      'write `exportTo: ["."]`',
    );
  }
  for (const [scope, who] of [
    ["*", "everybody"],
    ["~", "nobody"],
  ] as const) {
    if (seen.has(scope) && exportTo.length > 1) {
      place.error(`\`${scope}\` exports to ${who}; nothing can stand beside it`);
    }
  }
}

function isScope(scope: string, meant: string): boolean {
  // Where the object does not say its namespace, it is filled in later.
  return scope === "." || (meant !== "~" && isDnsLabel(meant));
}

import { createReport, HeddleError } from "../diagnostics/index.ts";
import type { Mesh } from "../model/index.ts";
import type { ControlPlane } from "./control-plane.ts";

/**
 * Whether a control plane has the providers that a mesh brings: without them an authoriser refuses everybody, and what is
 * reported goes nowhere.
 *
 * @throws HeddleError HED3006 with every provider that is missing.
 */
export function checkControlPlane(
  { providers }: Pick<Mesh, "providers">,
  controlPlane: Pick<ControlPlane, "providers"> | undefined,
): void {
  // One that already runs has its settings from somebody else.
  if (controlPlane === undefined) return;
  const known = controlPlane.providers ?? [];
  const report = createReport();
  for (const { name, kind } of Object.values(providers)) {
    if (kind === "elsewhere" || known.includes(name)) continue;
    report.add({
      code: "HED3006",
      severity: "error",
      path: ["providers", name],
      message: `the control plane was not given the provider "${name}", and nobody else can tell the proxies of it`,
      fix: "give ControlPlane mesh: the same mesh",
    });
  }
  if (report.has("error")) throw new HeddleError(report.diagnostics());
}

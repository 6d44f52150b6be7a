import type { Path } from "../../diagnostics/index.ts";
import { listNames, suggest } from "../closest.ts";
import type { WorkloadService } from "../mesh.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** Weights are of versions that the service has. */
export function checkSplit(
  context: ReferenceContext,
  service: WorkloadService,
  split: Readonly<Record<string, number>>,
  path: Path,
): void {
  if (!service.versioned) {
    addError(context, {
      code: "HED2003",
      path,
      message: `"${service.name}" has no versions, so nothing can be split`,
      fix: `name its versions under services.${service.name}.versions, or remove the split`,
    });
    return;
  }
  const known = service.versions.map(({ name }) => name);
  for (const version of Object.keys(split)) {
    if (known.includes(version)) continue;
    addError(context, {
      code: "HED2002",
      path: [...path, version],
      message: `unknown version "${version}" of "${service.name}"; it has: ${listNames(known)}`,
      fix: suggest(version, known, `add it under services.${service.name}.versions`),
    });
  }
}

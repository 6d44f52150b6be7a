import type { Path } from "../../diagnostics/index.ts";
import { listNames, suggest } from "../closest.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** Whether the author named this service anywhere; if not, says so. */
export function checkKnownService(context: ReferenceContext, name: string, path: Path): boolean {
  if (context.names.has(name)) return true;
  const names = [...context.names];
  addError(context, {
    code: "HED2001",
    path,
    message: `unknown service "${name}"; the mesh has: ${listNames(names)}`,
    fix: suggest(name, names, `add "${name}" under services, or name one of the mesh's`),
  });
  return false;
}

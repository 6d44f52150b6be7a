import type { Path } from "../../diagnostics/index.ts";
import { listNames, suggest } from "../closest.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** Whether there is such a provider of tokens; if not, says so. */
export function checkKnownProvider(context: ReferenceContext, name: string, path: Path): boolean {
  const { providers: known } = context;
  if (known.includes(name)) return true;
  addError(context, {
    code: "HED2046",
    path,
    message: `unknown provider "${name}"; the mesh has: ${listNames(known)}`,
    fix: suggest(name, known, `add "${name}" under authentication.providers`),
  });
  return false;
}

import { printPath, type Path } from "../../diagnostics/index.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** Says that a field does not go with another one, naming both places. */
export function addExclusive(
  context: ReferenceContext,
  path: Path,
  other: Path,
  { why, fix }: { readonly why: string; readonly fix: string },
): void {
  addError(context, {
    code: "HED1021",
    path,
    message: `got ${String(path.at(-1))} beside ${printPath(other)}: ${why}; allowed: one of the two`,
    fix,
  });
}

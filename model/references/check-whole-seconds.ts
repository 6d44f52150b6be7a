import type { Path } from "../../diagnostics/index.ts";
import { printDuration, type Milliseconds } from "../duration.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** A time that something outside of the mesh counts in whole seconds. */
export function checkWholeSeconds(
  context: ReferenceContext,
  time: Milliseconds | undefined,
  path: Path,
): void {
  if (time === undefined || time % 1000 === 0) return;
  addError(context, {
    code: "HED1010",
    path,
    message: `got "${printDuration(time)}"; allowed: whole seconds`,
    fix: `write "${printDuration(Math.max(1, Math.round(time / 1000)) * 1000)}"`,
  });
}

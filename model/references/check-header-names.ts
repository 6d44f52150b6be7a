import type { Path } from "../../diagnostics/index.ts";
import type { RouteMatchInput } from "../schema/match-schema.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** HTTP compares header names without case: two spellings of one header would silently become one match. */
export function checkHeaderNames(
  context: ReferenceContext,
  matches: readonly RouteMatchInput[],
  path: Path,
): void {
  for (const [index, { headers }] of matches.entries()) {
    const seen = new Map<string, string>();
    for (const name of Object.keys(headers ?? {}).sort()) {
      const first = seen.get(name.toLowerCase());
      seen.set(name.toLowerCase(), name);
      if (first === undefined) continue;
      addError(context, {
        code: "HED1009",
        path: [...path, index, "headers", name],
        message: `got the header "${name}" beside "${first}", which is the same; allowed: each header once`,
        fix: "remove one of them",
      });
    }
  }
}

import { printPath, type Path } from "../../diagnostics/index.ts";
import { printDuration } from "../duration.ts";
import { usualBackoff } from "../retries.ts";
import type { RetriesInput } from "../schema/retries-schema.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** The longest pause between tries is not shorter than the first. */
export function checkRetries(context: ReferenceContext): void {
  for (const { retries, path } of writtenRetries(context)) {
    const { backoff, maxBackoff } = retries;
    const first = backoff ?? usualBackoff;
    if (maxBackoff === undefined || maxBackoff >= first) continue;
    const place = backoff === undefined ? "the default" : printPath([...path, "backoff"]);
    addError(context, {
      code: "HED1034",
      path: [...path, "maxBackoff"],
      message: `got "${printDuration(maxBackoff)}", which is less than the first pause of ${printDuration(first)} (${place})`,
      fix: `set maxBackoff to at least "${printDuration(first)}", or a shorter backoff`,
    });
  }
}

function writtenRetries({ services, routes }: ReferenceContext) {
  const found: { readonly retries: RetriesInput; readonly path: Path }[] = [];
  const add = (retries: RetriesInput | undefined, path: Path): void => {
    if (retries !== undefined) found.push({ retries, path: [...path, "retries"] });
  };
  for (const [from, { calls }] of services) {
    for (const [to, call] of Object.entries(calls ?? {})) {
      add(call.retries, ["services", from, "calls", to]);
    }
  }
  for (const [name, route] of routes) {
    add(route.retries, ["routes", name]);
    for (const [index, rule] of (route.rules ?? []).entries()) {
      add(rule.retries, ["routes", name, "rules", index]);
    }
  }
  return found;
}

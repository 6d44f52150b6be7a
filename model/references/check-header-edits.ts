import { printPath, type Path } from "../../diagnostics/index.ts";
import type { RouteRuleInput } from "../schema/route-schema.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** Each header is edited once on its way, whatever its case; the host is no header to edit. */
export function checkHeaderEdits(
  context: ReferenceContext,
  headers: RouteRuleInput["headers"],
  path: Path,
): void {
  if (headers === undefined) return;
  for (const side of ["request", "response"] as const) {
    const { set = {}, add = {}, remove = [] } = headers[side] ?? {};
    const places = [
      ...Object.keys(set).map((name) => ({ name, place: [...path, side, "set", name] })),
      ...Object.keys(add).map((name) => ({ name, place: [...path, side, "add", name] })),
      ...remove.map((name, index) => ({ name, place: [...path, side, "remove", index] })),
    ];
    const seen = new Map<string, Path>();
    for (const { name, place } of places) {
      const lower = name.toLowerCase();
      const first = seen.get(lower);
      seen.set(lower, first ?? place);
      if (first !== undefined) {
        addError(context, {
          code: "HED1024",
          path: place,
          message: `got the header "${name}" here and at ${printPath(first)}; allowed: each header once`,
          fix: "remove one of them",
        });
      } else if (lower === "host" && side === "request") {
        addError(context, {
          code: "HED1024",
          path: place,
          message: `got the header "${name}"; allowed: headers other than the host, which decides who gets the request`,
          fix: "write the host as rewrite.host",
        });
      }
    }
  }
}

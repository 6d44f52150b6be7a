import { printPath, type Path } from "../../diagnostics/index.ts";
import type { RouteMatch } from "../mesh.ts";
import { coversMatch } from "../covers-match.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/**
 * Rules are tried in order, so that a match is dead where one of an earlier rule takes all of its requests. Says which
 * one, as far as that can be told without comparing regular expressions.
 */
export function checkReach(context: ReferenceContext, name: string): void {
  // The last rule is the route's own, which has no match.
  const rules = (context.mesh.routes[name]?.rules ?? []).slice(0, -1);
  if (rules.length === 0) return;
  const refused = context.report.diagnostics().map(({ path }) => path);
  const before: { readonly match: RouteMatch; readonly place: Path; readonly rule: number }[] = [];
  for (const [index, { matches }] of rules.entries()) {
    for (const [at, match] of matches.entries()) {
      const place: Path = ["routes", name, "rules", index, "matches", at];
      // Where a condition was refused, the rest of its match looks wider than what the author wrote.
      if (refused.some((path) => place.every((step, depth) => path[depth] === step))) continue;
      const wider = before.find((each) => each.rule < index && coversMatch(each.match, match));
      before.push({ match, place, rule: index });
      if (wider === undefined) continue;
      addError(context, {
        code: "HED1020",
        path: place,
        message: `no request reaches this match: ${printPath(wider.place)} takes all that it would`,
        fix: "write the narrower match first, or remove it",
      });
    }
  }
}

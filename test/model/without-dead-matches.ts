import { coversMatch } from "../../model/covers-match.ts";
import type { RouteMatch, RouteRuleDefinition } from "../../model/index.ts";
import { normalizeMatch } from "../../model/normalize/normalize-match.ts";
import { matchSchema } from "../../model/schema/match-schema.ts";

/** The rules without the matches that no request reaches, which the model refuses. */
export function withoutDeadMatches(
  rules: readonly RouteRuleDefinition[],
): readonly RouteRuleDefinition[] {
  const before: RouteMatch[] = [];
  return rules.flatMap((rule) => {
    const own: RouteMatch[] = [];
    const matches = rule.matches.filter((each) => {
      const match = normalizeMatch(matchSchema.parse(each));
      if (before.some((wider) => coversMatch(wider, match))) return false;
      own.push(match);
      return true;
    });
    before.push(...own);
    return matches.length === 0 ? [] : [{ ...rule, matches }];
  });
}

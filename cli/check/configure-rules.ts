import type { Diagnostic, Severity } from "../../diagnostics/index.ts";
import { codes } from "../../diagnostics/index.ts";
import { closest } from "../../model/closest.ts";
import type { AnyRule } from "../../rules/rule.ts";
import { idsOf, matchIds } from "./match-id.ts";

export type Level = Severity | "off";

/** The rules that run, each with the severity that it has here. The last setting that names a rule holds. */
export function configureRules<Each extends AnyRule>(
  rules: readonly Each[],
  select: readonly string[],
  settings: Readonly<Record<string, Level>>,
): readonly Each[] {
  const isSelected = select.length === 0 ? () => true : matchIds(select);
  const levels = Object.entries(settings).map(([pattern, level]) => {
    return { matches: matchIds([pattern]), level };
  });
  return rules.flatMap((rule) => {
    const ids = idsOf(rule);
    if (!isSelected(ids)) return [];
    const level = levels.findLast(({ matches }) => matches(ids))?.level;
    if (level === "off") return [];
    return [level === undefined ? rule : { ...rule, severity: level }];
  });
}

/** Ids that no rule and no finding has: a misspelt one would otherwise switch nothing off, in silence. */
export function unknownPatterns(
  rules: readonly AnyRule[],
  patterns: readonly string[],
): readonly Diagnostic[] {
  const known = [...new Set([...rules.flatMap(idsOf), ...Object.keys(codes)])];
  return patterns.flatMap((pattern) => {
    if (matchIds([pattern])(known)) return [];
    const near = closest(pattern, known);
    return [
      {
        code: "HED1016",
        severity: "error",
        path: [],
        message: `no rule is named ${JSON.stringify(pattern)}`,
        fix:
          near === undefined
            ? "name a code (HED4003), a rule id (routing/split-weights) or an id of another tool (IST0101)"
            : `did you mean "${near}"?`,
      },
    ];
  });
}

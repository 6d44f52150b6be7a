import type { Report } from "../../diagnostics/index.ts";
import type { Rewrite } from "../../model/index.ts";
import { reportLimit } from "./report-limit.ts";
import type { RequestMatch } from "./request-match.ts";
import type { RequestRule } from "./request-rules.ts";

/**
 * Rules of a part whose service sees another path, one for each match: the Gateway API writes over whole elements, and
 * only where a rule has that prefix and no other match. Reports a match that it has no such prefix for (HED3001).
 */
export function writtenRules(asked: RequestRule, report: Report): readonly RequestRule[] {
  const { rule, matches } = asked;
  const path = rule.actions?.rewrite?.path;
  if (rule.part?.rewrite === undefined || path?.kind !== "prefix") return [asked];
  return matches.map((match, index): RequestRule => {
    const name = index === 0 ? rule.name : `${rule.name}.path-${String(index + 1)}`;
    if (match.isElements && path.value.endsWith("/")) {
      const prefix = path.value === "/" ? "/" : path.value.slice(0, -1);
      return { rule: { ...rule, name }, matches: [match], prefix };
    }
    const whole = wholePath(match, asked, path);
    if (whole === undefined) reportExpression(asked, report);
    const actions = { ...rule.actions, rewrite: { ...rule.actions?.rewrite, path: whole ?? path } };
    return { rule: { ...rule, name, actions }, matches: [match] };
  });
}

/** What becomes of an exact path by the prefix of the rule that it begins with. */
function wholePath(
  { path: { type }, source }: RequestMatch,
  { rule }: RequestRule,
  { value }: NonNullable<Rewrite["path"]>,
): Rewrite["path"] {
  const asked = source.path?.value ?? "";
  const prefixes = rule.matches.flatMap(({ path }) => (path?.kind === "prefix" ? path.value : []));
  const prefix = prefixes.find((each) => asked.startsWith(each));
  if (type !== "Exact" || prefix === undefined) return undefined;
  return { kind: "full", value: `${value}${asked.slice(prefix.length)}` };
}

function reportExpression({ rule }: RequestRule, report: Report): void {
  reportLimit(report, rule.origin, {
    message: `cannot write the path of rule "${rule.name}" anew: it writes over whole elements of a path, and another prefix, or an expression at this host, makes these requests ones of an expression`,
    fix: "match by exact paths, or by nothing of the path; leave expressions out at this host; or compile to target istio",
  });
}

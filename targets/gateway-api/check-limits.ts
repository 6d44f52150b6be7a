import type { Report } from "../../diagnostics/index.ts";
import { reportLimit } from "./report-limit.ts";
import type { RequestRule } from "./request-rules.ts";

/** Most matches that a rule can have. */
export const mostMatches = 64;

/** Sizes that the Gateway API's definitions admit. */
const most = {
  rules: 16,
  matchesOfRule: mostMatches,
  matches: 128,
  headers: 16,
  query: 16,
  path: 1024,
  value: 4096,
};

/** Reports rules that are too many or too large for one route object (HED3001); they cannot be spread over several. */
export function checkLimits(rules: readonly RequestRule[], report: Report): void {
  const last = rules.at(-1);
  if (last === undefined) return;
  const total = rules.reduce((sum, { matches }) => sum + Math.max(1, matches.length), 0);
  check(rules.length, most.rules, "rules of one route", last);
  check(total, most.matches, "matches of one route", last);
  for (const rule of rules) {
    check(
      rule.matches.length,
      most.matchesOfRule,
      "matches of one rule, with those that keep the order of the rules",
      rule,
    );
    for (const { path, source, json } of rule.matches) {
      const headers = Object.keys(source.headers);
      const query = Object.keys(source.query ?? {});
      const values = [...valuesOf(json["headers"]), ...valuesOf(json["queryParams"])];
      check(headers.length, most.headers, "headers of one match", rule);
      check(query.length, most.query, "query parameters of one match", rule);
      check(path.value.length, most.path, "characters of a path", rule);
      check(Math.max(0, ...values.map(({ value }) => value.length)), most.value, value, rule);
      const different = new Set(headers.map((each) => each.toLowerCase())).size;
      if (different === headers.length) continue;
      reportLimit(report, rule.rule.origin, {
        message: "cannot match one header twice",
        fix: "join both matches of the header into one regular expression",
      });
    }
  }

  function check(count: number, limit: number, what: string, { rule }: RequestRule): void {
    if (count <= limit) return;
    reportLimit(report, rule.origin, {
      message: `cannot express ${String(count)} ${what}; allowed: ${String(limit)}`,
      fix: "write fewer or shorter ones, for example one regular expression for several",
    });
  }
}

function valuesOf(matches: unknown): readonly { readonly value: string }[] {
  return (matches ?? []) as readonly { readonly value: string }[];
}

const value = "characters of the value of a header or query parameter";

import type { Report } from "../../diagnostics/index.ts";
import { mostMatches } from "./check-limits.ts";
import { intersection, mayOverlap } from "./overlap.ts";
import { reportLimit } from "./report-limit.ts";
import type { RequestMatch } from "./request-match.ts";
import type { RequestRule, RequestRules } from "./request-rules.ts";

/**
 * A mesh tries rules in the order in which they are written; the Gateway API tries the most specific match first. Where
 * a later rule would take requests from an earlier one, the earlier one gets one more match for just these, which is as
 * specific. Reports where no such match can be written (HED3001), at the earlier rule.
 */
export function keepOrder({ rules, match }: RequestRules, report: Report): readonly RequestRule[] {
  const kept: RequestRule[] = [];
  for (const rule of rules.toReversed()) {
    const overtaken = new Set<RequestRule>();
    const matches = [...rule.matches];
    for (const later of kept) {
      // Of equal ones the first of a route object is tried first; of two objects either may be.
      const apart = later.rule.part?.path !== rule.rule.part?.path;
      for (const late of matchesOf(later, match)) {
        for (const early of matchesOf(rule, match)) {
          if (matches.length > mostMatches || !overtakes(late, early, apart)) continue;
          const both = intersection(early.source, late.source);
          const added = both === undefined ? undefined : match(both, elementsAs(both, late));
          // An exact path can be one that only a regular expression says, and that may be shorter than the later one.
          if (added === undefined || isBefore(late, added, apart)) overtaken.add(later);
          else addOnce(matches, added);
        }
      }
    }
    for (const later of overtaken) reportOrder(rule, later, report);
    kept.unshift({ ...rule, matches });
  }
  return kept;
}

function matchesOf(
  { matches }: RequestRule,
  match: RequestRules["match"],
): readonly RequestMatch[] {
  return matches.length === 0 ? [match({ headers: {} })] : matches;
}

function overtakes(late: RequestMatch, early: RequestMatch, apart: boolean): boolean {
  return isBefore(late, early, apart) && mayOverlap(late.source, early.source);
}

function isBefore(one: RequestMatch, other: RequestMatch, apart: boolean): boolean {
  const order = compare(rank(one), rank(other));
  return order > 0 || (apart && order === 0);
}

/** The elements of the later match, where what both have in common is for its path. */
function elementsAs({ path }: RequestMatch["source"], late: RequestMatch): string | undefined {
  const isLate = path?.kind === late.source.path?.kind && path?.value === late.source.path?.value;
  return isLate && late.isElements ? late.path.value : undefined;
}

function addOnce(matches: RequestMatch[], added: RequestMatch): void {
  const text = JSON.stringify(added.json);
  if (!matches.some(({ json }) => JSON.stringify(json) === text)) matches.push(added);
}

function reportOrder({ rule: earlier }: RequestRule, { rule: later }: RequestRule, report: Report) {
  reportLimit(report, earlier.origin, {
    message: `cannot try rule "${earlier.name}" before rule "${later.name}": it tries the most specific match first, and some requests may match both`,
    fix: `write prefixes or exact texts instead of the regular expressions of both, write "${later.name}" first, or compile to a target that keeps the order, such as istio`,
  });
}

const kinds = { Exact: 3, PathPrefix: 2, RegularExpression: 1 } as const;

/** What decides which match is tried first: the greater one, compared from the left. */
function rank({ path, source }: RequestMatch): readonly number[] {
  const method = source.method === undefined ? 0 : 1;
  const [headers, query] = [source.headers, source.query ?? {}].map(
    (map) => Object.keys(map).length,
  );
  return [kinds[path.type], path.value.length, method, headers ?? 0, query ?? 0];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((each, index) => each !== b[index]);
  return differing === -1 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

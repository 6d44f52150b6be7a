import type { HttpMatch, HttpRoute } from "../../graph/kinds/virtual-service.ts";
import type { UnusedPlace } from "./unused-matches.ts";
import { matchKey } from "./match-key.ts";

type Texts = Readonly<Record<string, string>>;

interface PrefixMatch {
  readonly rule: number;
  readonly match: number;
  readonly prefix: string;
  readonly port: number;
  readonly method: string;
  readonly authority: string;
  readonly maps: readonly [headers: Texts, query: Texts, without: Texts];
}

/** Matches of a URI prefix that a shorter prefix of an earlier match already takes, all else being as wide. */
export function coveredPrefixes(routes: readonly HttpRoute[]): readonly UnusedPlace[] {
  const byPrefix = new Map<string, PrefixMatch[]>();
  const places: UnusedPlace[] = [];
  for (const each of prefixMatches(routes)) {
    const wider = findWider(byPrefix, each);
    if (wider !== undefined) {
      const where = `match ${String(wider.match)} of rule ${String(wider.rule)}`;
      const reason = `${where} has the prefix ${wider.prefix}, which includes ${each.prefix}`;
      places.push({ path: ["spec", "http", each.rule, "match", each.match], reason });
    }
    const same = byPrefix.get(each.prefix);
    if (same === undefined) byPrefix.set(each.prefix, [each]);
    else same.push(each);
  }
  return places;
}

/** By all beginnings of the prefix, so that a thousand rules are not compared with each other. */
function findWider(
  byPrefix: ReadonlyMap<string, readonly PrefixMatch[]>,
  narrow: PrefixMatch,
): PrefixMatch | undefined {
  for (let length = 1; length < narrow.prefix.length; length += 1) {
    const wide = byPrefix.get(narrow.prefix.slice(0, length))?.find((each) => covers(each, narrow));
    if (wide !== undefined) return wide;
  }
  return undefined;
}

function covers(wide: PrefixMatch, narrow: PrefixMatch): boolean {
  return (
    wide.port === narrow.port &&
    wide.method.startsWith(narrow.method) &&
    wide.authority.startsWith(narrow.authority) &&
    wide.maps.every((texts, index) => coversTexts(texts, narrow.maps[index] ?? {}))
  );
}

function coversTexts(wide: Texts, narrow: Texts): boolean {
  const keys = Object.keys(wide);
  return (
    keys.length === Object.keys(narrow).length &&
    keys.every((key) => {
      const text = narrow[key];
      return text !== undefined && (wide[key] ?? "").startsWith(text);
    })
  );
}

function prefixMatches(routes: readonly HttpRoute[]): readonly PrefixMatch[] {
  const end = routes.findIndex(({ match = [] }) => match.length === 0);
  const reached = end < 0 ? routes : routes.slice(0, end);
  const seen = new Set<string>();
  return reached.flatMap(({ match: matches = [] }, rule) =>
    matches.flatMap((each, match) => {
      const key = matchKey(each);
      const prefix = each.uri?.prefix ?? "";
      if (seen.has(key) || prefix === "") return [];
      seen.add(key);
      return { rule, match, prefix, ...restOf(each) };
    }),
  );
}

/** A match without a method is taken for one of GET. */
function restOf(match: HttpMatch): Omit<PrefixMatch, "rule" | "match" | "prefix"> {
  return {
    port: match.port ?? 0,
    method: textOf(match.method) || "exact GET",
    authority: textOf(match.authority),
    maps: [textsOf(match.headers), textsOf(match.queryParams), textsOf(match.withoutHeaders)],
  };
}

type StringMatch = HttpMatch["method"];

function textOf(match: StringMatch): string {
  if (match?.exact) return `exact ${match.exact}`;
  return match?.prefix ? `prefix ${match.prefix}` : "";
}

function textsOf(matches: Readonly<Record<string, StringMatch>> = {}): Texts {
  return Object.fromEntries(Object.entries(matches).map(([key, each]) => [key, textOf(each)]));
}

import type { QueryMatch, RequestMatch, StringMatch } from "../../model/index.ts";

/** Whether some request may fit both; also true where that cannot be told. */
export function mayOverlap(a: RequestMatch, b: RequestMatch): boolean {
  if (a.method !== undefined && b.method !== undefined && a.method !== b.method) return false;
  if (!textsMayOverlap(a.path, b.path)) return false;
  return valuesMayOverlap(byLowerName(a), byLowerName(b)) && valuesMayOverlap(byName(a), byName(b));
}

function valuesMayOverlap(a: Values, b: Values): boolean {
  return [...a].every(([name, value]) => {
    const other = b.get(name);
    if (other === undefined) return true;
    return value.kind === "present" || other.kind === "present" || textsMayOverlap(value, other);
  });
}

/** The match of the requests that fit both; `undefined` where that needs a regular expression of its own. */
export function intersection(a: RequestMatch, b: RequestMatch): RequestMatch | undefined {
  const path = common(a.path, b.path);
  const method = a.method ?? b.method;
  const headers = commonValues(byLowerName(a), byLowerName(b));
  const query = commonValues(byName(a), byName(b));
  if (headers === undefined || query === undefined) return undefined;
  if (path === undefined && (a.path !== undefined || b.path !== undefined)) return undefined;
  return {
    ...(path === undefined ? {} : { path }),
    ...(method === undefined ? {} : { method }),
    headers: Object.fromEntries(headers),
    ...(query.size === 0 ? {} : { query: Object.fromEntries(query) }),
  };
}

/** Every value that is asked for on either side, the narrower one of two. */
function commonValues(a: Values, b: Values): Values | undefined {
  const all = new Map(b);
  for (const [name, value] of a) {
    const both = commonValue(value, all.get(name));
    if (both === undefined) return undefined;
    all.set(name, both);
  }
  return all;
}

function commonValue(a: QueryMatch, b: QueryMatch | undefined): QueryMatch | undefined {
  if (b === undefined || b.kind === "present") return a;
  return a.kind === "present" ? b : common(a, b);
}

/** The narrower of two texts, where one holds all of the other. */
function common(a: StringMatch | undefined, b: StringMatch | undefined): StringMatch | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.kind === b.kind && a.value === b.value) return a;
  if (a.kind === "prefix" && b.kind !== "regex" && b.value.startsWith(a.value)) return b;
  if (b.kind === "prefix" && a.kind !== "regex" && a.value.startsWith(b.value)) return a;
  return undefined;
}

function textsMayOverlap(a: StringMatch | undefined, b: StringMatch | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  if (a.kind === "exact" && b.kind === "exact") return a.value === b.value;
  const [one, two] = [start(a), start(b)];
  if (a.kind === "exact") return one.startsWith(two);
  if (b.kind === "exact") return two.startsWith(one);
  return one.startsWith(two) || two.startsWith(one);
}

/** The text that every match starts with. */
function start({ kind, value }: StringMatch): string {
  if (kind !== "regex") return value;
  if (value.includes("|")) return "";
  const [plain = ""] = /^[-\w/]*/.exec(value) ?? [];
  return /^[?*{]/.test(value.slice(plain.length)) ? plain.slice(0, -1) : plain;
}

type Values = ReadonlyMap<string, QueryMatch>;

/** A header that has to be absent has no word in the Gateway API: its match never gets here, see `request-rules.ts`. */
function byLowerName({ headers }: RequestMatch): Values {
  return new Map(
    Object.entries(headers).flatMap(([name, value]) =>
      value.kind === "absent" ? [] : [[name.toLowerCase(), value] as const],
    ),
  );
}

function byName({ query }: RequestMatch): Values {
  return new Map(Object.entries(query ?? {}));
}

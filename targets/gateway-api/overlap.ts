import type { RouteMatch, StringMatch } from "../../model/index.ts";

/** Whether some request may fit both; also true where that cannot be told. */
export function mayOverlap(a: RouteMatch, b: RouteMatch): boolean {
  if (a.method !== undefined && b.method !== undefined && a.method !== b.method) return false;
  if (!textsMayOverlap(a.path, b.path)) return false;
  const others = byLowerName(b);
  return Object.entries(a.headers).every(([name, value]) =>
    textsMayOverlap(value, others.get(name.toLowerCase())),
  );
}

/** The match of the requests that fit both; `undefined` where that needs a regular expression of its own. */
export function intersection(a: RouteMatch, b: RouteMatch): RouteMatch | undefined {
  const path = common(a.path, b.path);
  const method = a.method ?? b.method;
  const headers = new Map(byLowerName(b));
  for (const [name, value] of byLowerName(a)) {
    const both = common(value, headers.get(name));
    if (both === undefined) return undefined;
    headers.set(name, both);
  }
  if (path === undefined && (a.path !== undefined || b.path !== undefined)) return undefined;
  return {
    ...(path === undefined ? {} : { path }),
    ...(method === undefined ? {} : { method }),
    headers: Object.fromEntries(headers),
  };
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

function byLowerName({ headers }: RouteMatch): ReadonlyMap<string, StringMatch> {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

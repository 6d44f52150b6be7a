import type { HeaderMatch, RouteMatch, StringMatch } from "./mesh.ts";

/**
 * Whether every request that fits the narrow match fits the wide one too. False where that cannot be told: regular
 * expressions are only compared as text.
 */
export function coversMatch(wide: RouteMatch, narrow: RouteMatch): boolean {
  return (
    (wide.method === undefined || wide.method === narrow.method) &&
    (wide.port === undefined || wide.port === narrow.port) &&
    coversText(wide.path, narrow.path) &&
    coversText(wide.authority, narrow.authority) &&
    coversAll(wide.headers, narrow.headers) &&
    coversAll(wide.query ?? {}, narrow.query ?? {}) &&
    (wide.from === undefined || (narrow.from?.every((each) => wide.from?.includes(each)) ?? false))
  );
}

type Values = Readonly<Record<string, HeaderMatch>>;

function coversAll(wide: Values, narrow: Values): boolean {
  return Object.entries(wide).every(([name, value]) => {
    const other = Object.hasOwn(narrow, name) ? narrow[name] : undefined;
    if (other === undefined) return false;
    if (value.kind === "present") return other.kind !== "absent";
    if (value.kind === "absent") return other.kind === "absent";
    return other.kind !== "present" && other.kind !== "absent" && coversText(value, other);
  });
}

function coversText(wide: StringMatch | undefined, narrow: StringMatch | undefined): boolean {
  if (wide === undefined) return true;
  if (narrow === undefined) return false;
  if (wide.kind === "prefix" && narrow.kind !== "regex") {
    return narrow.value.startsWith(wide.value);
  }
  return wide.kind === narrow.kind && wide.value === narrow.value;
}

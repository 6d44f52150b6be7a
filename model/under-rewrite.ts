import type { HostPath, StringMatch } from "./mesh.ts";
import { asText, startOf, underPath } from "./under-path.ts";

/** A match of the path that clients ask for, and the same requests as their service sees them. */
export interface PathMatch {
  readonly asked: StringMatch;
  readonly seen: StringMatch;
}

/**
 * What is left of a match of a path below a path of a host. Where that is written anew, the match speaks of paths as the
 * service sees them. `undefined` where it cannot be told.
 */
export function underHostPath(
  match: StringMatch | undefined,
  { path, rewrite }: Pick<HostPath, "path" | "rewrite">,
): readonly PathMatch[] | undefined {
  if (rewrite === undefined) {
    return underPath(match, path)?.map((each) => ({ asked: each, seen: each }));
  }
  const seen = rewrite === "/" ? "" : rewrite;
  const everything: readonly PathMatch[] = [
    { asked: { kind: "exact", value: path }, seen: { kind: "exact", value: rewrite } },
    { asked: { kind: "prefix", value: `${path}/` }, seen: { kind: "prefix", value: `${seen}/` } },
  ];
  if (match === undefined) return everything;
  const text = asText(match);
  const { kind, value } = text;
  if (kind === "regex") return isElsewhere(value, seen) ? [] : undefined;
  if (kind === "prefix" && rewrite.startsWith(value)) return everything;
  const own = value.startsWith(`${seen}/`)
    ? [{ asked: { kind, value: `${path}${value.slice(seen.length)}` }, seen: text }]
    : [];
  const [itself] = everything;
  return kind === "exact" && value === rewrite && itself !== undefined ? [itself, ...own] : own;
}

/** Whether an expression is surely for other paths than those below this one. */
function isElsewhere(expression: string, path: string): boolean {
  const start = startOf(expression);
  return !start.startsWith(`${path}/`) && !`${path}/`.startsWith(start);
}

import type { Diagnostic } from "../../diagnostics/index.ts";

/** Whether a finding or a rule is meant. */
export type IdMatcher = (ids: readonly string[]) => boolean;

/**
 * Reads patterns of ids: the id itself, the start of one (`HED42`, `IST01`, `routing/`), or one with `*` for any text.
 * Case does not matter. Without patterns nothing matches.
 */
export function matchIds(patterns: readonly string[]): IdMatcher {
  const expressions = patterns.map(toExpression);
  return (ids) => ids.some((id) => expressions.some((each) => each.test(id)));
}

/** Every id by which a finding or a rule can be named. */
export function idsOf(named: {
  readonly code: string;
  readonly id?: string;
  readonly rule?: string | undefined;
  readonly covers?: readonly string[] | undefined;
}): readonly string[] {
  const ids = [named.code, named.id, named.rule, ...(named.covers ?? [])];
  return ids.filter((id) => id !== undefined);
}

/** The same for a finding. */
export function idsOfFinding({ code, rule, covers }: Diagnostic): readonly string[] {
  return idsOf({ code, rule, covers });
}

/** A whole code or rule id stands for itself alone: `routing/split` is not the start of `routing/split-weights`. */
function toExpression(pattern: string): RegExp {
  const isPrefix = /^[a-z]{2,}\d*$/i.test(pattern)
    ? !/\d{4}$/.test(pattern)
    : pattern.endsWith("/");
  const body = pattern
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${body}${isPrefix ? ".*" : ""}$`, "i");
}

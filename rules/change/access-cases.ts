import type { AuthorizationPolicySpec } from "../../graph/kinds/authorization-policy.ts";

/** Conditions that hold together: what a value must be one of (`fields`), and what it must not be (`not…`). */
export interface AccessCase {
  /** Index of the rule that it comes from. */
  readonly rule: number;
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** A policy as alternatives: one for each source with each operation of each rule. */
export function casesOf({ rules = [] }: AuthorizationPolicySpec): readonly AccessCase[] {
  return rules.flatMap(({ from, to, when = [] }, rule) =>
    (from ?? [{}]).flatMap(({ source = {} }) =>
      (to ?? [{}]).map(({ operation = {} }): AccessCase => {
        const conditions = when.flatMap(({ key = "", values = [], notValues = [] }) => [
          [`when ${key}`, values] as const,
          [`not when ${key}`, notValues] as const,
        ]);
        const stated = [...Object.entries(source), ...Object.entries(operation)].map(
          ([field, values]) =>
            [field.replace(/^not(?=[A-Z])/, "not "), Array.isArray(values) ? values : []] as const,
        );
        const filled = [...stated, ...conditions].filter(([, values]) => values.length > 0);
        return { rule, fields: new Map(filled) };
      }),
    ),
  );
}

/** Whether one of some cases takes every request that a case takes. */
export function isCovered(one: AccessCase, by: readonly AccessCase[]): boolean {
  return by.some(({ fields }) =>
    [...fields].every(([field, wide]) => {
      const narrow = one.fields.get(field) ?? [];
      return field.startsWith("not ")
        ? wide.every((value) => narrow.some((each) => matches(each, value)))
        : narrow.length > 0 && narrow.every((value) => wide.some((each) => matches(each, value)));
    }),
  );
}

/** Whether a pattern (`*`, `prefix*`, `*suffix`) takes all that a value, which may be a pattern, takes. */
function matches(pattern: string, value: string): boolean {
  if (pattern === value || pattern === "*") return true;
  if (pattern.endsWith("*")) return value.startsWith(pattern.slice(0, -1));
  return pattern.startsWith("*") && !value.endsWith("*") && value.endsWith(pattern.slice(1));
}

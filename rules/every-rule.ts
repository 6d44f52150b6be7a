import { allRules } from "./all.ts";
import { changeRules } from "./change/index.ts";
import type { AnyRule } from "./rule.ts";

/** Rules of both kinds, of a state and of a change, by code: for what names, explains or documents them. */
export const everyRule: readonly AnyRule[] = [...allRules, ...changeRules].sort((a, b) =>
  a.code < b.code ? -1 : 1,
);

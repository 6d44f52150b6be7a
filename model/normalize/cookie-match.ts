import { escapeExpression } from "../escape-expression.ts";
import type { StringMatch } from "../mesh.ts";
import type { RouteMatchInput } from "../schema/match-schema.ts";
import { sortedEntries } from "./sorted.ts";

type Cookies = NonNullable<RouteMatchInput["cookies"]>;

/** Most cookies in one match: their order in the header is not known, so that each order is written out. */
export const mostCookies = 3;

/**
 * The match of the header `cookie` (`a=1; b=2`) in which all of these stand, in whatever order; `undefined` for none.
 * What an author wrote is text in it, never a part of the expression, and no value reaches into the next cookie.
 */
export function cookieMatch(cookies: Cookies): StringMatch | undefined {
  const pairs = sortedEntries(cookies).map(
    ([name, value]) => `${escapeExpression(name)}=${valueOf(value)}`,
  );
  if (pairs.length === 0 || pairs.length > mostCookies) return undefined;
  const orders = permutations(pairs).map((order) => order.join(";(?:.*;)?\\s*"));
  const wanted = orders.length === 1 ? orders.join("") : `(?:${orders.join("|")})`;
  return { kind: "regex", value: `(?:.*;\\s*)?${wanted}(?:;.*)?` };
}

function valueOf(match: Cookies[string]): string {
  if (typeof match === "string") return escapeExpression(match);
  if ("exact" in match) return escapeExpression(match.exact);
  return "prefix" in match ? `${escapeExpression(match.prefix)}[^;]*` : "[^;]*";
}

function permutations(list: readonly string[]): readonly (readonly string[])[] {
  if (list.length <= 1) return [list];
  return list.flatMap((first, index) =>
    permutations(list.toSpliced(index, 1)).map((rest) => [first, ...rest]),
  );
}

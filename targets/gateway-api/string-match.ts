import { escapeExpression, type QueryMatch, type StringMatch } from "../../model/index.ts";

/** `RegularExpression` has to match the whole text, in RE2 syntax: what Envoy, and so most implementations, read. */
export interface TypedMatch {
  readonly type: "Exact" | "PathPrefix" | "RegularExpression";
  readonly value: string;
}

/**
 * A match of the value of a header or query parameter. The Gateway API has neither a prefix of one nor its presence, so
 * those are regular expressions.
 */
export function valueMatch(match: QueryMatch): TypedMatch {
  if (match.kind === "present") return { type: "RegularExpression", value: ".*" };
  const { kind, value } = match;
  switch (kind) {
    case "exact":
      return { type: "Exact", value };
    case "prefix":
      return { type: "RegularExpression", value: `${escapeExpression(value)}.*` };
    case "regex":
      return { type: "RegularExpression", value };
  }
}

/**
 * A match of a path. `PathPrefix` compares whole elements: `/cart` would not match `/carts`, and `/cart/` would match
 * `/cart`. The model's prefix is one of text, so that every prefix but `/` is a regular expression. So is an exact path
 * with characters that the Gateway API does not admit.
 */
export function pathMatch(path: StringMatch): TypedMatch {
  if (path.kind === "prefix" && path.value === "/") return { type: "PathPrefix", value: "/" };
  if (path.kind === "exact" && !isAdmitted(path.value)) {
    return { type: "RegularExpression", value: escapeExpression(path.value) };
  }
  return valueMatch(path);
}

/** Whether a path has only what the Gateway API admits in one that is no regular expression. */
export function isAdmitted(path: string): boolean {
  return (
    /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/.test(path) &&
    !/\/\/|\/\.{1,2}(?:\/|$)|%2f/i.test(path)
  );
}

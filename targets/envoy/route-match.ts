import type { RouteMatch, StringMatch } from "../../model/index.ts";
import type { Fields } from "./fields.ts";
import { stringMatch } from "./string-match.ts";

/** One match of a rule: path, headers and method together. Without a path every path matches. */
export function routeMatch({ path, headers, method }: RouteMatch): Fields {
  const all: Fields[] = Object.entries(headers).map(([name, value]) => ({
    name: name.toLowerCase(),
    string_match: stringMatch(value),
  }));
  if (method !== undefined) all.push({ name: ":method", string_match: { exact: method } });
  return { ...pathMatch(path), ...(all.length === 0 ? {} : { headers: all }) };
}

/** The path without its query, after normalisation. */
function pathMatch(path: StringMatch | undefined): Fields {
  switch (path?.kind) {
    case undefined:
      return { prefix: "/" };
    case "exact":
      return { path: path.value };
    case "prefix":
      return { prefix: path.value };
    case "regex":
      return { safe_regex: { regex: path.value } };
  }
}

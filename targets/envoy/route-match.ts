import type { HeaderMatch, RequestMatch, StringMatch } from "../../model/index.ts";
import type { Fields } from "./fields.ts";
import { stringMatch } from "./string-match.ts";

/** One match of a rule, all of it together. Without a path every path matches. */
export function routeMatch({ path, headers, method, query, authority }: RequestMatch): Fields {
  const all = Object.entries(headers).map(([name, value]) => valueMatch(name.toLowerCase(), value));
  if (method !== undefined) all.push({ name: ":method", string_match: { exact: method } });
  if (authority !== undefined) {
    all.push({ name: ":authority", string_match: stringMatch(authority) });
  }
  const parameters = Object.entries(query ?? {}).map(([name, value]) => valueMatch(name, value));
  return {
    ...pathMatch(path),
    ...(all.length === 0 ? {} : { headers: all }),
    ...(parameters.length === 0 ? {} : { query_parameters: parameters }),
  };
}

function valueMatch(name: string, value: HeaderMatch): Fields {
  switch (value.kind) {
    case "present":
      return { name, present_match: true };
    case "absent":
      return { name, present_match: true, invert_match: true };
    default:
      return { name, string_match: stringMatch(value) };
  }
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

import type { Json, RouteRuleNode, RuleMatch, ServiceId } from "../../graph/index.ts";
import type { HeaderMatch, StringMatch } from "../../model/index.ts";

/** The matches of a rule: each of the author's, for each service that it is for. None matches everything. */
export function httpMatches({ matches, callers }: RouteRuleNode): Json[] {
  if (matches.length === 0) return (callers ?? []).map(sourceMatch);
  return matches.flatMap((match) => {
    const request = requestMatch(match);
    const sources = match.sources ?? callers;
    return sources?.map((source) => ({ ...request, ...sourceMatch(source) })) ?? [request];
  });
}

function requestMatch(match: RuleMatch): { readonly [key: string]: Json } {
  const { path, headers, method, query, authority } = match;
  const names = Object.keys(headers);
  const absent = names.filter((name) => headers[name]?.kind === "absent");
  return {
    ...(path === undefined ? {} : { uri: stringMatch(path) }),
    ...valueMatches("headers", headers),
    // Istio has no word for "absent" but this: what is there in whatever value does not match.
    ...(absent.length === 0
      ? {}
      : { withoutHeaders: Object.fromEntries(absent.map((name) => [name, {}])) }),
    ...(method === undefined ? {} : { method: { exact: method } }),
    ...valueMatches("queryParams", query ?? {}),
    ...(authority === undefined ? {} : { authority: stringMatch(authority) }),
  };
}

function valueMatches(
  field: string,
  values: Readonly<Record<string, HeaderMatch>>,
): { readonly [key: string]: Json } {
  const list = Object.entries(values).flatMap(([name, value]) => {
    if (value.kind === "absent") return [];
    return [[name, value.kind === "present" ? {} : stringMatch(value)] as const];
  });
  return list.length === 0 ? {} : { [field]: Object.fromEntries(list) };
}

function stringMatch({ kind, value }: StringMatch): Json {
  return { [kind]: value };
}

/** A caller is known by the labels of its pods and its namespace. */
function sourceMatch(caller: ServiceId): { [key: string]: Json } {
  const [namespace = "", name = ""] = caller.split("/");
  return { sourceLabels: { app: name }, sourceNamespace: namespace };
}

import type { Json, RouteRuleNode, ServiceId } from "../../graph/index.ts";
import type { RouteMatch, StringMatch } from "../../model/index.ts";

/** The matches of a rule: each of the author's, for each caller that owns the rule. None matches everything. */
export function httpMatches({ matches, callers }: RouteRuleNode): Json[] {
  const requests = matches.map(requestMatch);
  if (callers === undefined) return requests;
  const sources = callers.map(sourceMatch);
  if (requests.length === 0) return sources;
  return requests.flatMap((request) => sources.map((source) => ({ ...request, ...source })));
}

function requestMatch({ path, headers, method }: RouteMatch): { [key: string]: Json } {
  const names = Object.entries(headers);
  return {
    ...(path === undefined ? {} : { uri: stringMatch(path) }),
    ...(names.length === 0
      ? {}
      : { headers: Object.fromEntries(names.map(([name, value]) => [name, stringMatch(value)])) }),
    ...(method === undefined ? {} : { method: { exact: method } }),
  };
}

function stringMatch({ kind, value }: StringMatch): Json {
  return { [kind]: value };
}

/** A caller is known by the labels of its pods and its namespace. */
function sourceMatch(caller: ServiceId): { [key: string]: Json } {
  const [namespace = "", name = ""] = caller.split("/");
  return { sourceLabels: { app: name }, sourceNamespace: namespace };
}

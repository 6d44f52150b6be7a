import type { Json } from "../../graph/index.ts";
import type { RouteMatch } from "../../model/index.ts";
import { pathMatch, valueMatch, type TypedMatch } from "./string-match.ts";

/** One match as a route object has it, and what it was made of. */
export interface RequestMatch {
  readonly json: { readonly [key: string]: Json };
  /** The path as it will be compared; of a gRPC method, its path. */
  readonly path: TypedMatch;
  readonly source: RouteMatch;
}

/** A match of an HTTPRoute. */
export function httpMatch(source: RouteMatch): RequestMatch {
  const path = source.path === undefined ? undefined : pathMatch(source.path);
  return { source, path: path ?? everyPath, json: httpFields(source, path) };
}

/** What a match without a path means. */
const everyPath = { type: "PathPrefix", value: "/" } as const;

/** The match of every request. */
export const everything: RequestMatch = { source: { headers: {} }, path: everyPath, json: {} };

/**
 * The same with a regular expression where it matches every path. Implementations try all regular expressions before,
 * or all after, the prefix `/`; among themselves the longest comes first.
 */
export function withRegexPath(match: RequestMatch): RequestMatch {
  if (match.path.type !== "PathPrefix") return match;
  const path = { type: "RegularExpression", value: ".*" } as const;
  return { source: match.source, path, json: httpFields(match.source, path) };
}

function httpFields(source: RouteMatch, path: TypedMatch | undefined): RequestMatch["json"] {
  return {
    ...(path === undefined ? {} : { path: { ...path } }),
    ...headerMatches(source),
    ...(source.method === undefined ? {} : { method: source.method }),
  };
}

/** A match of a GRPCRoute; `undefined` where the path is not a gRPC service or method, or the HTTP method matters. */
export function grpcMatch(source: RouteMatch): RequestMatch | undefined {
  const { path, method } = source;
  if (method !== undefined) return undefined;
  if (path === undefined) return { source, path: everyPath, json: headerMatches(source) };
  const pattern = path.kind === "exact" ? /^\/([\w.]+)\/(\w+)$/ : /^\/([\w.]+)\/()$/;
  const found = path.kind === "regex" ? null : pattern.exec(path.value);
  const [, service, name] = found ?? [];
  if (service === undefined || !isGrpcName(service, name ?? "")) return undefined;
  return {
    source,
    path: { type: path.kind === "exact" ? "Exact" : "PathPrefix", value: path.value },
    json: {
      method: { type: "Exact", service, ...(name === "" ? {} : { method: name ?? "" }) },
      ...headerMatches(source),
    },
  };
}

function isGrpcName(service: string, method: string): boolean {
  return /^[a-z_]\w*(\.[a-z_]\w*)*$/i.test(service) && !/^\d/.test(method);
}

function headerMatches({ headers }: RouteMatch): { readonly [key: string]: Json } {
  const list = Object.entries(headers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]): Json => ({ name, ...valueMatch(value) }));
  return list.length === 0 ? {} : { headers: list };
}

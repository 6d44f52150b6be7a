import type { Json } from "../../graph/index.ts";
import type { HeaderMatch, RequestMatch as Source } from "../../model/index.ts";
import { isAdmitted, pathMatch, valueMatch, type TypedMatch } from "./string-match.ts";

/** One match as a route object has it, and what it was made of. */
export interface RequestMatch {
  readonly json: { readonly [key: string]: Json };
  /** The path as it will be compared; of a gRPC method, its path. */
  readonly path: TypedMatch;
  readonly source: Source;
  /** Whether it stands for a path together with what is below it, where the source is only one of the two. */
  readonly isElements?: true;
}

/** A match of an HTTPRoute; of a path with what is below it, where there is one. */
export function httpMatch(source: Source, elements?: string): RequestMatch {
  if (elements !== undefined) {
    const path = { type: "PathPrefix", value: elements } as const;
    return { source, path, json: httpFields(source, path), isElements: true };
  }
  const path = source.path === undefined ? undefined : pathMatch(source.path);
  return { source, path: path ?? everyPath, json: httpFields(source, path) };
}

/**
 * Of each match, the path by which the Gateway API says it together with another one: `/cart` and all that starts with
 * `/cart/` are one prefix of whole elements there. Undefined for one that stands alone.
 */
export function elementsOf(matches: readonly Source[]): readonly (string | undefined)[] {
  const keys = matches.map(({ path, ...rest }) => {
    if (path === undefined || path.kind === "regex" || path.value === "/") return undefined;
    const { kind, value } = path;
    if (kind === "prefix" && !value.endsWith("/")) return undefined;
    const elements = kind === "prefix" ? value.slice(0, -1) : value;
    return { kind, elements, key: JSON.stringify([elements, rest]) };
  });
  return keys.map((own) => {
    if (own === undefined || own.elements.endsWith("/") || !isAdmitted(own.elements))
      return undefined;
    const isPair = keys.some((each) => each?.key === own.key && each.kind !== own.kind);
    return isPair ? own.elements : undefined;
  });
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

function httpFields(source: Source, path: TypedMatch | undefined): RequestMatch["json"] {
  return {
    ...(path === undefined ? {} : { path: { ...path } }),
    ...headerMatches(source),
    ...(source.method === undefined ? {} : { method: source.method }),
    ...values("queryParams", source.query ?? {}),
  };
}

/**
 * A match of a GRPCRoute; `undefined` where the path is not a gRPC service or method, or where the HTTP method or the
 * query matters.
 */
export function grpcMatch(source: Source): RequestMatch | undefined {
  const { path, method, query } = source;
  if (method !== undefined || query !== undefined) return undefined;
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

function headerMatches({ headers }: Source): { readonly [key: string]: Json } {
  return values("headers", headers);
}

function values(
  field: string,
  map: Readonly<Record<string, HeaderMatch>>,
): { readonly [key: string]: Json } {
  const list = Object.entries(map)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    // What has to be absent cannot be said; such a match is left out, see `request-rules.ts`.
    .flatMap(([name, value]): Json[] =>
      value.kind === "absent" ? [] : [{ name, ...valueMatch(value) }],
    );
  return list.length === 0 ? {} : { [field]: list };
}

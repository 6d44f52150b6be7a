import type { HeaderMatch, QueryMatch, RouteMatch, StringMatch } from "../mesh.ts";
import type { RouteMatchInput, StringMatchInput } from "../schema/match-schema.ts";
import { cookieMatch } from "./cookie-match.ts";
import { sortedEntries, sortedMap } from "./sorted.ts";

/** Brings one match into its one form: names of headers in lower case, cookies and gRPC in the words of HTTP. */
export function normalizeMatch(input: RouteMatchInput): RouteMatch {
  const { method, query, authority, from, port } = input;
  const path = normalizePath(input);
  const callers = typeof from === "string" ? [from] : from;
  return {
    ...(path === undefined ? {} : { path }),
    headers: normalizeHeaders(input),
    ...(method === undefined ? {} : { method }),
    ...(query === undefined || Object.keys(query).length === 0
      ? {}
      : { query: sortedMap(query, normalizeQuery) }),
    ...(authority === undefined ? {} : { authority: normalizeString(authority) }),
    ...(callers === undefined ? {} : { from: [...new Set(callers)].sort() }),
    ...(port === undefined ? {} : { port }),
  };
}

/**
 * A gRPC method is the path of its requests.
 * https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#requests
 */
function normalizePath({ path, grpc }: RouteMatchInput): StringMatch | undefined {
  if (path !== undefined) return normalizeString(path);
  if (grpc === undefined) return undefined;
  const service = `/${grpc.service}/`;
  if (grpc.method === undefined) return { kind: "prefix", value: service };
  return { kind: "exact", value: `${service}${grpc.method}` };
}

/** Header names are compared without case in HTTP, and in lower case by the proxies. */
function normalizeHeaders({ headers, cookies }: RouteMatchInput): RouteMatch["headers"] {
  const lower = Object.entries(headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), normalizeHeader(value)] as const,
  );
  const cookie = cookieMatch(cookies ?? {});
  const all: Record<string, HeaderMatch> = Object.fromEntries(lower);
  if (cookie !== undefined) all["cookie"] = cookie;
  return Object.fromEntries(sortedEntries(all));
}

type HeaderInput = NonNullable<RouteMatchInput["headers"]>[string];
type QueryInput = NonNullable<RouteMatchInput["query"]>[string];

function normalizeHeader(input: HeaderInput): HeaderMatch {
  if (typeof input === "string" || !("present" in input)) return normalizeString(input);
  return { kind: input.present ? "present" : "absent" };
}

function normalizeQuery(input: QueryInput): QueryMatch {
  if (typeof input === "string" || !("present" in input)) return normalizeString(input);
  return { kind: "present" };
}

/** A text in its one form; plain text means exact. */
export function normalizeString(input: StringMatchInput): StringMatch {
  if (typeof input === "string") return { kind: "exact", value: input };
  if ("exact" in input) return { kind: "exact", value: input.exact };
  if ("prefix" in input) return { kind: "prefix", value: input.prefix };
  return { kind: "regex", value: input.regex };
}

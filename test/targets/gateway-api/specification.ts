import type { Manifest } from "../../../graph/index.ts";
import type { HeaderMatch, RouteMatch, RouteRule, StringMatch } from "../../../model/index.ts";

// Which rule a request gets: by the model, and by the words of the Gateway API's specification.

export interface Request {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** The first rule, as it is written, that fits. */
export function ruleByModel(rules: readonly RouteRule[], request: Request): string | undefined {
  return rules.find(
    ({ matches }) => matches.length === 0 || matches.some((each) => fits(each, request)),
  )?.name;
}

function fits({ path, method, headers, query = {} }: RouteMatch, request: Request): boolean {
  return (
    (path === undefined || textFits(path, request.path)) &&
    (method === undefined || method === request.method) &&
    Object.entries(headers).every(([name, value]) =>
      valueFits(value, request.headers[name.toLowerCase()]),
    ) &&
    Object.entries(query).every(([name, value]) => valueFits(value, request.query[name]))
  );
}

function valueFits(match: HeaderMatch, got: string | undefined): boolean {
  if (match.kind === "present") return got !== undefined;
  if (match.kind === "absent") return got === undefined;
  return got !== undefined && textFits(match, got);
}

function textFits({ kind, value }: StringMatch, text: string): boolean {
  if (kind === "regex") return new RegExp(`^(?:${value})$`).test(text);
  return kind === "exact" ? text === value : text.startsWith(value);
}

interface Typed {
  readonly type: string;
  readonly value: string;
}
interface ApiMatch {
  readonly path?: Typed;
  readonly method?: string;
  readonly headers?: readonly (Typed & { readonly name: string })[];
  readonly queryParams?: readonly (Typed & { readonly name: string })[];
}

/**
 * The most specific match of an HTTPRoute: exact path, longest prefix, method, most headers, most query parameters, first rule. Regular
 * expressions come after prefixes, the longest first, as istiod has it.
 */
export function ruleByGatewayApi({ spec }: Manifest, request: Request): string | undefined {
  const { rules } = spec as { rules: { name: string; matches?: ApiMatch[] }[] };
  const all = rules.flatMap(({ name, matches = [{}] }) =>
    matches.map((match) => ({ name, match, rank: rank(match) })),
  );
  return all
    .filter(({ match }) => apiFits(match, request))
    .sort((a, b) => compare(b.rank, a.rank))[0]?.name;
}

function rank({
  path = slash,
  method,
  headers = [],
  queryParams = [],
}: ApiMatch): readonly number[] {
  const kind = ["RegularExpression", "PathPrefix", "Exact"].indexOf(path.type);
  return [
    kind,
    path.value.length,
    method === undefined ? 0 : 1,
    headers.length,
    queryParams.length,
  ];
}

const slash: Typed = { type: "PathPrefix", value: "/" };

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function apiFits(match: ApiMatch, request: Request): boolean {
  const { path = slash, method, headers = [], queryParams = [] } = match;
  return (
    apiTextFits(path, request.path) &&
    (method === undefined || method === request.method) &&
    headers.every((each) => {
      const got = request.headers[each.name.toLowerCase()];
      return got !== undefined && apiTextFits(each, got);
    }) &&
    queryParams.every((each) => {
      const got = request.query[each.name];
      return got !== undefined && apiTextFits(each, got);
    })
  );
}

function apiTextFits({ type, value }: Typed, text: string): boolean {
  if (type === "Exact") return text === value;
  if (type === "RegularExpression") return new RegExp(`^(?:${value})$`).test(text);
  const elements = value.replace(/\/$/, "");
  return text === elements || text.startsWith(`${elements}/`);
}

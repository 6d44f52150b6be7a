import type { Destination, RouteNode, RouteRuleNode } from "../../graph/index.ts";
import type { RequestMatch, StringMatch } from "../../model/index.ts";

/** One path of an Ingress and where its requests go. */
export interface IngressPath {
  readonly pathType: "Exact" | "Prefix";
  readonly path: string;
  /** Host of the service. */
  readonly service: string;
  /** Version of the service; undefined: the service itself. */
  readonly version: string | undefined;
  /** Undefined: the first one that speaks HTTP. */
  readonly port?: number;
}

/** Where requests go. */
type Backend = Pick<IngressPath, "service" | "version" | "port">;

/** A rule by its paths alone; none: every path. */
interface PathRule {
  readonly paths: readonly StringMatch[];
  readonly backend: Backend;
}

/**
 * The paths of a route. An Ingress takes the longest path, the model the first rule: so each path gets what the first
 * rule for it says, wherever that stands. A prefix of the model ends with `/` here, and `Prefix` also takes the path
 * without it, which gets an `Exact` one of its own where it goes elsewhere.
 */
export function ingressPaths({ rules }: Pick<RouteNode, "rules">): readonly IngressPath[] {
  const ordered = rules.flatMap(pathRule);
  const matches = ordered.flatMap(({ paths }) => paths);
  const prefixes = unique(["/", ...valuesOf(matches, "prefix")]).sort(byLength);
  const exact = unique([
    ...valuesOf(matches, "exact"),
    ...prefixes.map((prefix) => prefix.slice(0, -1)).filter((path) => path !== ""),
  ]).sort();
  const found = prefixes.flatMap((prefix): IngressPath[] => {
    const rule = ordered.find(({ paths }) => isEvery(paths) || paths.some(holdsBelow(prefix)));
    if (rule === undefined) return [];
    const path = prefix === "/" ? "/" : prefix.slice(0, -1);
    return [{ pathType: "Prefix", path, ...rule.backend }];
  });
  const kept = found.filter((each) => {
    const around = found
      .filter(({ path }) => path !== each.path && isBelow(each.path, path))
      .at(-1);
    return around === undefined || !isSame(around, each);
  });
  const single = exact.flatMap((path): IngressPath[] => {
    const rule = ordered.find(({ paths }) => isEvery(paths) || paths.some(holdsAt(path)));
    if (rule === undefined) return [];
    const around = kept.filter((each) => isBelow(path, each.path)).at(-1);
    if (around !== undefined && isSame(around, rule.backend)) return [];
    return [{ pathType: "Exact", path, ...rule.backend }];
  });
  return [...single, ...kept.toReversed()];
}

/**
 * What an Ingress can say of a rule: nothing where only a caller has it, where the proxy answers itself, or where no
 * match is one of a whole path alone. To leave the rest of a match out would widen it.
 */
function pathRule(rule: RouteRuleNode): readonly PathRule[] {
  if (rule.callers !== undefined || rule.destinations.length === 0) return [];
  const paths = rule.matches.flatMap(pathOf);
  if (rule.matches.length > 0 && paths.length === 0) return [];
  return [{ paths, backend: backendOf(rule.destinations) }];
}

function isSame(one: Backend, other: Backend): boolean {
  return one.service === other.service && one.version === other.version;
}

function pathOf(match: RouteRuleNode["matches"][number]): readonly StringMatch[] {
  const { path, sources, ...rest } = match;
  if (path === undefined || sources !== undefined || !isPathAlone(rest)) return [];
  const isWhole = path.kind === "exact" || (path.kind === "prefix" && path.value.endsWith("/"));
  return isWhole ? [path] : [];
}

function isPathAlone({ headers, method, query, authority }: Omit<RequestMatch, "path">): boolean {
  return (
    Object.keys(headers).length === 0 &&
    method === undefined &&
    Object.keys(query ?? {}).length === 0 &&
    authority === undefined
  );
}

/**
 * The service or version that takes every request. Where several versions do, all instances take them alike; where
 * several services do, the one with the largest share.
 */
function backendOf(destinations: readonly Destination[]): Backend {
  const takers = destinations.filter(({ weight }) => weight > 0);
  const [first] = takers.toSorted((a, b) => b.weight - a.weight);
  return {
    service: first?.host ?? "",
    version: takers.length === 1 ? first?.subset : undefined,
    ...(first?.port === undefined ? {} : { port: first.port }),
  };
}

function isEvery(paths: readonly StringMatch[]): boolean {
  return paths.length === 0;
}

/** Whether a match holds for everything below a prefix. */
function holdsBelow(prefix: string): (match: StringMatch) => boolean {
  return ({ kind, value }) => kind === "prefix" && prefix.startsWith(value);
}

function holdsAt(path: string): (match: StringMatch) => boolean {
  return ({ kind, value }) => (kind === "exact" ? path === value : path.startsWith(value));
}

/** Whether a `Prefix` path of an Ingress takes another path: by whole elements. */
function isBelow(path: string, prefix: string): boolean {
  return prefix === "/" || path === prefix || path.startsWith(`${prefix}/`);
}

function valuesOf(matches: readonly StringMatch[], kind: StringMatch["kind"]): readonly string[] {
  return matches.filter((each) => each.kind === kind).map(({ value }) => value);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Shorter first, so that what is around a path comes before it. */
function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

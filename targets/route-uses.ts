import type { Path } from "../diagnostics/index.ts";
import type {
  Mesh,
  Route,
  RouteActions,
  RouteMatch,
  RouteRule,
  StringMatch,
} from "../model/index.ts";

/** Places of routes that use each feature of routes. */
export function routeUses(mesh: Mesh) {
  const rules = Object.values(mesh.routes).flatMap((route) =>
    route.rules.map((rule, index) => ({ rule, place: rulePlace(route, index) })),
  );
  const where = (test: (rule: RouteRule) => boolean): Path[] =>
    rules.filter(({ rule }) => test(rule)).map(({ place }) => place);
  const matching = (test: (match: RouteMatch) => boolean): Path[] =>
    where(({ matches }) => matches.some(test));
  const headersOf = ({ headers }: RouteMatch) => Object.values(headers);
  return {
    "routes/one-version": where((rule) => {
      const [first, ...others] = takers(rule);
      return first?.version !== undefined && others.length === 0;
    }),
    "routes/split": where((rule) => takers(rule).length > 1),
    "routes/other-service": where(({ destinations }) => destinations !== undefined),
    "routes/match-path": matching(({ path }) => path !== undefined && isWhole(path)),
    "routes/match-path-text": matching(({ path }) => path !== undefined && !isWhole(path)),
    "routes/match-header": matching((match) =>
      headersOf(match).some(({ kind }) => kind !== "absent"),
    ),
    "routes/match-no-header": matching((match) =>
      headersOf(match).some(({ kind }) => kind === "absent"),
    ),
    "routes/match-method": matching(({ method }) => method !== undefined),
    "routes/match-query": matching(({ query }) => query !== undefined),
    "routes/match-authority": matching(({ authority }) => authority !== undefined),
    "routes/match-port": matching(({ port }) => port !== undefined),
    "routes/match-caller": matching(({ from }) => from !== undefined),
    ...actionUses(where),
    "routes/timeout": where(({ timeout }) => timeout !== undefined),
    "routes/retries": where(({ retries }) => retries !== undefined),
    "routes/per-try-timeout": where(({ retries }) => retries?.perTryTimeout !== undefined),
    "routes/retry-on-status": where(({ retries }) => retries?.on.some(isStatus) ?? false),
    "routes/retry-backoff": where(({ retries }) => retries?.backoff !== undefined),
    "routes/retry-max-backoff": where(({ retries }) => retries?.maxBackoff !== undefined),
    "routes/retry-same-host": where(({ retries }) => retries?.otherHosts === false),
    "routes/retry-other-localities": where(({ retries }) => retries?.otherLocalities === true),
    "routes/retry-on-condition": where(
      ({ retries }) => retries !== undefined && retries.attempts > 0 && !retries.on.every(isStatus),
    ),
  };
}

function actionUses(where: (test: (rule: RouteRule) => boolean) => Path[]) {
  const having = (key: keyof RouteActions): Path[] =>
    where(({ actions }) => actions[key] !== undefined);
  const origins = (test: (match: StringMatch) => boolean): Path[] =>
    where(({ actions }) => actions.cors?.origins.some(test) ?? false);
  return {
    "routes/rewrite-path": where(({ actions }) => actions.rewrite?.path?.kind === "full"),
    "routes/rewrite-prefix": where(({ actions }) => actions.rewrite?.path?.kind === "prefix"),
    "routes/rewrite-host": where(({ actions }) => actions.rewrite?.host !== undefined),
    "routes/redirect": having("redirect"),
    "routes/respond": having("respond"),
    "routes/headers": having("headers"),
    "routes/cors": origins(({ kind }) => kind === "exact"),
    "routes/cors-pattern": origins(({ kind }) => kind !== "exact"),
    "routes/fault": having("fault"),
    "routes/mirror-version": where(({ mirror }) => mirror?.version !== undefined),
    "routes/mirror-service": where(
      ({ mirror }) => mirror !== undefined && mirror.version === undefined,
    ),
  };
}

/** The versions and services that get requests, where a rule names any. */
function takers({ split, destinations }: RouteRule): readonly { readonly version?: string }[] {
  return (destinations ?? split ?? []).filter(({ weight }) => weight > 0);
}

/** Whether a path is matched by whole elements: all of them, or the first ones. */
function isWhole({ kind, value }: StringMatch): boolean {
  return kind === "exact" || (kind === "prefix" && value.endsWith("/"));
}

function isStatus(condition: string): boolean {
  return /^\d+$/.test(condition);
}

function rulePlace({ service, rules }: Route, index: number): Path {
  return index === rules.length - 1 ? ["routes", service] : ["routes", service, "rules", index];
}

import type { Path } from "../diagnostics/index.ts";
import type { Mesh, Route, RouteMatch, RouteRule } from "../model/index.ts";

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
    "routes/split": where(({ split }) => split !== undefined),
    "routes/match-path": matching(({ path }) => path !== undefined),
    "routes/match-header": matching((match) =>
      headersOf(match).some(({ kind }) => kind !== "absent"),
    ),
    "routes/match-no-header": matching((match) =>
      headersOf(match).some(({ kind }) => kind === "absent"),
    ),
    "routes/match-method": matching(({ method }) => method !== undefined),
    "routes/match-query": matching(({ query }) => query !== undefined),
    "routes/match-authority": matching(({ authority }) => authority !== undefined),
    "routes/match-caller": matching(({ from }) => from !== undefined),
    "routes/timeout": where(({ timeout }) => timeout !== undefined),
    "routes/retries": where(({ retries }) => retries !== undefined),
    "routes/per-try-timeout": where(({ retries }) => retries?.perTryTimeout !== undefined),
    "routes/retry-on-status": where(({ retries }) => retries?.on.some(isStatus) ?? false),
    "routes/retry-on-condition": where(
      ({ retries }) => retries !== undefined && retries.attempts > 0 && !retries.on.every(isStatus),
    ),
  };
}

function isStatus(condition: string): boolean {
  return /^\d+$/.test(condition);
}

function rulePlace({ service, rules }: Route, index: number): Path {
  return index === rules.length - 1 ? ["routes", service] : ["routes", service, "rules", index];
}

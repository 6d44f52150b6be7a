import type { Graph, ServiceId } from "../../graph/graph.ts";
import type { Rule } from "../rule.ts";
import { statedObjectives, type StatedObjective } from "./stated-objectives.ts";

/** A service promises no more than what it calls can give together. */
export const promisesMoreThanCallees: Rule = {
  id: "resilience/promises-more-than-callees",
  code: "HED4770",
  severity: "info",
  summary: "a service promises no more than the services that it calls give together",
  covers: [],
  reads: ["objects", "services", "calls"],
  needs: [],
  check(graph, find) {
    const objectives = byService(graph);
    if (objectives.size < 2) return;
    for (const [from, calls] of Map.groupBy(graph.calls, (call) => call.from)) {
      const own = objectives.get(from);
      if (own === undefined) continue;
      // A request that a route leads elsewhere asks one of the two, not both.
      const named = calls.filter(({ via }) => via === undefined);
      const behind = named.flatMap(({ to }) => {
        const callee = objectives.get(to);
        return callee === undefined ? [] : [{ to, share: callee.share }];
      });
      const best = behind.reduce((product, { share }) => product * share, 1);
      // The figures are rounded by those who write them.
      if (own.share <= best + 1e-9) continue;
      const terms = behind.map(({ to, share }) => `${to} ${print(share)}`).join(" × ");
      find({
        outcome: "fail",
        origin: own.object.origin(own.path),
        message: `promises ${print(own.share)} for ${from}, and what it calls gives ${print(best)} at best: ${terms}`,
        fix: `promise at most ${print(best)}, or let ${from} answer without the services that fail`,
      });
    }
  },
};

/** The highest objective of each service, by the name that it states: in its own namespace, or the only one. */
function byService(graph: Pick<Graph, "objects" | "services">) {
  const found = new Map<ServiceId, StatedObjective>();
  const services = Map.groupBy(graph.services, ({ name }) => name);
  for (const each of statedObjectives(graph)) {
    const named = services.get(each.service) ?? [];
    const near = named.find(({ namespace }) => namespace === each.object.namespace);
    const id = (near ?? (named.length === 1 ? named[0] : undefined))?.id;
    if (id === undefined || (found.get(id)?.share ?? 0) >= each.share) continue;
    found.set(id, each);
  }
  return found;
}

function print(share: number): string {
  return `${String(Number((share * 100).toFixed(3)))} %`;
}

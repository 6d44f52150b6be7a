import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";
import { hasRetryBudget } from "./retry-budgets.ts";

/** Retries of one request from which on nothing but a budget keeps a service that is slow from being flooded. */
const many = 3;

/** Where a request is tried often, retries have a bound over all requests together: `retryBudget` or `maxRetries`. */
export const retryWithoutBudget: Rule = {
  id: "resilience/retry-without-budget",
  code: "HED4746",
  severity: "info",
  summary: "where a request is tried often, retries have a bound over all requests together",
  covers: [],
  reads: ["objects", "calls"],
  needs: [],
  check(graph, find) {
    for (const { from, to, retries, retryBudget, origin } of graph.calls) {
      const { attempts = 0 } = retries ?? {};
      if (attempts < many || retryBudget !== undefined) continue;
      find({
        outcome: "fail",
        origin,
        message: `the call ${from} → ${to} makes up to ${String(attempts + 1)} requests of one, and nothing bounds how many retries are under way at once`,
        fix: `give ${to} a policy with retryBudget, for example { percent: 20 }`,
      });
    }
    for (const object of objectsWith(graph, virtualServiceType, "attempts")) {
      const routes = virtualServiceSpec(object)?.http ?? [];
      if (!routes.some(({ retries }) => (retries?.attempts ?? 0) >= many)) continue;
      for (const [index, route] of routes.entries()) {
        const { attempts = 0 } = route.retries ?? {};
        if (attempts < many) continue;
        const open = (route.route ?? [])
          .map(({ destination }) => completeHost(destination?.host ?? "", object.namespace))
          .find((host) => !hasRetryBudget(graph, host));
        if (open === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "http", index, "retries"]),
          message: `up to ${String(attempts + 1)} requests to ${open} are made of one, and no DestinationRule bounds how many retries are under way at once: by default there is no bound`,
          fix: `add a DestinationRule for ${open} with trafficPolicy.retryBudget, or with connectionPool.http.maxRetries`,
        });
      }
    }
  },
};

import {
  asksForCounts,
  countingService,
  servicesOf,
  type Mesh,
  type Service,
} from "../../model/index.ts";
import type { OriginOf } from "../create-origin.ts";
import { effectivePolicy } from "../effective-policy.ts";
import type { CallEdge } from "../graph.ts";
import { serviceId } from "../names.ts";
import { routeOf } from "./route-of.ts";

/**
 * One edge a declared call. Its policy is the one under the callee's default rule: requests that another rule matches
 * can have another one, which the route's own node shows.
 */
export function buildCalls(mesh: Mesh, origin: OriginOf): readonly CallEdge[] {
  return servicesOf(mesh).flatMap((service) => {
    if (service.kind === "external") return [];
    const declared = service.calls.flatMap((call): CallEdge[] => {
      const callee = mesh.services[call.to];
      if (callee === undefined) return [];
      const rule = routeOf(mesh, call.to).rules.at(-1) ?? {};
      return [
        {
          from: serviceId(service),
          to: serviceId(callee),
          ...effectivePolicy(call, rule),
          ...(call.idempotent === undefined ? {} : { idempotent: call.idempotent }),
          ...budgetOf(callee),
          origin: origin(["services", service.name, "calls", call.to]),
        },
      ];
    });
    return [...declared, ...countingCalls(mesh, service, origin)];
  });
}

/** Who has a global limit asks the service that counts. The proxy does so itself, past all routes and their retries. */
function countingCalls(mesh: Mesh, service: Service, origin: OriginOf): readonly CallEdge[] {
  const counting = countingService(mesh)?.service;
  const { globalLimits } = mesh;
  if (counting === undefined || globalLimits === undefined) return [];
  if (!asksForCounts(mesh, service)) return [];
  if (service.kind === "workload" && service.calls.some(({ to }) => to === counting.name))
    return [];
  return [
    {
      from: serviceId(service),
      to: serviceId(counting),
      timeout: globalLimits.timeout,
      idempotent: true,
      ...budgetOf(counting),
      origin: origin(["services", service.name, "limits"]),
    },
  ];
}

/** The widest budget of all versions: a request can go to any of them. Nothing where one of them says none. */
function budgetOf(callee: Service): Pick<CallEdge, "retryBudget"> {
  const versions = callee.kind === "external" ? [] : callee.versions;
  const policies = [callee.policy, ...versions.flatMap(({ policy }) => policy ?? [])];
  const budgets = policies.flatMap(({ retryBudget }) => retryBudget?.percent ?? []);
  return budgets.length < policies.length ? {} : { retryBudget: Math.max(...budgets) };
}

import type { Call, Mesh, RouteMatch, Service, WorkloadService } from "../../model/index.ts";
import { fitsEveryRequest } from "../../model/fits-every-request.ts";
import { asksForCounts, countingService } from "../../model/global-limits.ts";
import { servicesOf } from "../../model/services-of.ts";
import type { OriginOf } from "../create-origin.ts";
import { effectivePolicy } from "../effective-policy.ts";
import type { CallEdge } from "../graph.ts";
import { serviceId } from "../names.ts";
import { routeOf } from "./route-of.ts";

/**
 * One edge a declared call, and one for each other service that the callee's route leads to. The policy of the first is
 * the one under the callee's default rule: requests that another rule matches can have another one, which the route's
 * own node shows.
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
        ...ledCalls(mesh, service, call, origin),
      ];
    });
    return [...declared, ...countingCalls(mesh, service, origin)];
  });
}

/** A call to each other service that rules of the callee lead to, with the policy of each such rule. */
function ledCalls(
  mesh: Mesh,
  service: WorkloadService,
  call: Call,
  origin: OriginOf,
): readonly CallEdge[] {
  const callee = mesh.services[call.to];
  // Without a proxy it gets to the callee, whatever the rules.
  if (callee === undefined || !service.inMesh) return [];
  const { rules } = routeOf(mesh, call.to);
  if (rules.every(({ destinations }) => destinations === undefined)) return [];
  const fits = ({ from }: RouteMatch): boolean => from?.includes(service.name) ?? true;
  const last = rules.findIndex(({ matches }) =>
    matches.some((each) => fits(each) && fitsEveryRequest(each)),
  );
  const edges = (last === -1 ? rules : rules.slice(0, last + 1)).flatMap((rule) => {
    const { matches, destinations = [] } = rule;
    if (matches.length > 0 && !matches.some(fits)) return [];
    return destinations.flatMap(({ service: name, weight }): readonly CallEdge[] => {
      const led = mesh.services[name];
      if (led === undefined || led === callee || led === service || weight === 0) return [];
      return [
        {
          from: serviceId(service),
          to: serviceId(led),
          via: serviceId(callee),
          ...effectivePolicy(call, rule),
          ...(call.idempotent === undefined ? {} : { idempotent: call.idempotent }),
          ...budgetOf(led),
          origin: origin(["services", service.name, "calls", call.to]),
        },
      ];
    });
  });
  const byText = new Map(edges.map((each) => [JSON.stringify(each), each]));
  return [...byText.values()];
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
  if (callee.policy.retryBudget === undefined) return {};
  const versions = callee.kind === "external" ? [] : callee.versions;
  const policies = [callee.policy, ...versions.flatMap(({ policy }) => policy ?? [])];
  const budgets = policies.flatMap(({ retryBudget }) => retryBudget?.percent ?? []);
  return budgets.length < policies.length ? {} : { retryBudget: Math.max(...budgets) };
}

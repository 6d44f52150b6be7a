import type { Mesh } from "../../model/index.ts";
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
  return Object.values(mesh.services).flatMap((service) => {
    if (service.kind === "external") return [];
    return service.calls.flatMap((call): CallEdge[] => {
      const callee = mesh.services[call.to];
      if (callee === undefined) return [];
      const rule = routeOf(mesh, call.to).rules.at(-1) ?? {};
      return [
        {
          from: serviceId(service),
          to: serviceId(callee),
          ...effectivePolicy(call, rule),
          ...(call.idempotent === undefined ? {} : { idempotent: call.idempotent }),
          origin: origin(["services", service.name, "calls", call.to]),
        },
      ];
    });
  });
}

import { printPath } from "../../diagnostics/index.ts";
import { fitsEveryRequest } from "../fits-every-request.ts";
import { ledServices } from "../led-services.ts";
import type { RouteRule } from "../mesh.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/**
 * Who a route leads to may call the service as well, as what is new falls back on what is old. Then its own requests
 * must not all come back to it.
 */
export function checkRoundTrip(context: ReferenceContext, owner: string): void {
  const { routes } = context.mesh;
  const rules = Object.hasOwn(routes, owner) ? (routes[owner]?.rules ?? []) : [];
  for (const name of ledServices(context.mesh, [owner])) {
    const caller = sureService(context, name);
    if (caller?.kind !== "workload" || !caller.inMesh) continue;
    if (!caller.calls.some(({ to }) => to === owner)) continue;
    const index = rules.findIndex((rule) => takesAll(rule, caller.name));
    const back = rules[index]?.destinations?.find(({ service }) => service === caller.name);
    if (back === undefined || back.weight === 0) continue;
    const call = printPath(["services", caller.name, "calls", owner]);
    addError(context, {
      code: "HED2089",
      path: index === rules.length - 1 ? ["routes", owner] : ["routes", owner, "rules", index],
      message: `leads to "${caller.name}", which calls "${owner}" itself (${call}), so that its requests come back to it`,
      fix: `write a rule before it that keeps them: matches: [{ from: "${caller.name}" }]`,
    });
  }
}

/** Whether no request of a caller gets past the rule. */
function takesAll({ matches }: RouteRule, caller: string): boolean {
  if (matches.length === 0) return true;
  return matches.some((match) => fitsEveryRequest(match) && (match.from?.includes(caller) ?? true));
}

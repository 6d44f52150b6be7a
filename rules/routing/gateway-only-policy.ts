import type { RouteNode, RouteRuleNode } from "../../graph/graph.ts";
import { callersOf } from "../../graph/query.ts";
import type { Rule } from "../rule.ts";

/** What holds for a service at a gateway holds for its callers in the mesh as well. */
export const gatewayOnlyPolicy: Rule = {
  id: "routing/gateway-only-policy",
  code: "HED4698",
  severity: "warning",
  summary: "splits, timeouts and retries of a gateway also hold for declared callers",
  covers: [],
  reads: ["routes", "services", "calls"],
  needs: [],
  check(graph, find) {
    if (graph.calls.length === 0) return;
    const atGateways = graph.routes.filter((each) => !isOfMesh(each)).flatMap(({ rules }) => rules);
    if (atGateways.length === 0) return;
    const inMesh = new Set(
      graph.routes
        .filter((each) => isOfMesh(each) && isWritten(each))
        .flatMap(({ hosts }) => hosts),
    );
    for (const { id, host, external } of graph.services) {
      const calls = callersOf(graph, id);
      if (external || calls.length === 0 || inMesh.has(host)) continue;
      // What calls say for themselves of timeouts and retries holds wherever their route is.
      const open = calls.some((each) => each.timeout === undefined && each.retries === undefined);
      const rule = atGateways.find(
        (each) => each.destinations.some((one) => one.host === host) && saysHow(each, open),
      );
      if (rule === undefined) continue;
      const names = calls.map(({ from }) => from).sort();
      find({
        outcome: "fail",
        origin: rule.origin,
        message: `says ${saysHow(rule, open) ?? ""} for ${host} at gateways only, and ${names.join(", ")} in the mesh calls it past that`,
        fix: `add a VirtualService for the host ${host} with the same, for the gateway mesh`,
        absent: ["route"],
      });
    }
  },
};

function isOfMesh({ gateways }: RouteNode): boolean {
  return gateways.includes("mesh");
}

/** A model has a route for each of its services; one that says nothing becomes no object. */
function isWritten({ origin, rules }: RouteNode): boolean {
  return origin.object !== undefined || rules.some((each) => saysHow(each, true) !== undefined);
}

/** What of a rule callers would miss. */
function saysHow(
  { destinations, timeout, retries }: RouteRuleNode,
  open: boolean,
): string | undefined {
  const isSplit = destinations.length > 1 || destinations.some((each) => each.subset !== undefined);
  if (isSplit) return "which versions get the requests";
  if (!open) return undefined;
  if (timeout !== undefined) return "a timeout";
  return (retries?.attempts ?? 0) > 0 ? "retries" : undefined;
}

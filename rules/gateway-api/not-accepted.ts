import { kubernetesGatewaySpec } from "../../graph/kinds/gateway-api.ts";
import type { Rule } from "../rule.ts";
import { opensTo, refusalOf } from "./allows-route.ts";
import { gatewayOf, isGatewayParent, kubernetesRoutes } from "./routes.ts";

const kialiReads: ReadonlySet<string> = new Set(["HTTPRoute", "GRPCRoute"]);

/** A listener of the Gateway takes the route: its kind, its namespace and its hostnames. */
export const notAccepted: Rule = {
  id: "gateway-api/not-accepted",
  code: "HED4670",
  severity: "error",
  summary: "a listener of the Gateway takes the route",
  covers: ["KIA1401"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, spec } of kubernetesRoutes(graph)) {
      const route = { object, hostnames: spec.hostnames ?? [] };
      for (const [index, parent] of (spec.parentRefs ?? []).entries()) {
        const gateway = isGatewayParent(parent) ? gatewayOf(graph, object, parent) : undefined;
        if (gateway === undefined) continue;
        const { sectionName, port } = parent;
        const listeners = (kubernetesGatewaySpec(gateway)?.listeners ?? []).filter(
          (each) =>
            (sectionName === undefined || each.name === sectionName) &&
            (port === undefined || each.port === port),
        );
        const refusals = listeners.map((each) => refusalOf(graph, gateway, each, route));
        if (listeners.length === 0 || refusals.includes("")) continue;
        const known = refusals.filter((each) => each !== undefined);
        // Kiali asks for the namespace only.
        const elsewhere = object.namespace !== gateway.namespace;
        const isClosed =
          elsewhere && !listeners.some((each) => opensTo(graph, object.namespace, each));
        find({
          covers: isClosed && kialiReads.has(object.kind) ? ["KIA1401"] : [],
          outcome: known.length === refusals.length ? "fail" : "unknown",
          origin: object.origin(["spec", "parentRefs", index]),
          message: `no listener of Gateway ${gateway.namespace}/${gateway.name} takes this route: ${known.slice(0, 3).join("; ") || "the labels of its namespace are not known"}`,
          fix: "change allowedRoutes or the hostname of the listener, or the parent or the hostnames of the route",
        });
      }
    }
  },
};

import { kubernetesGatewaySpec, kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

const port = 15_008;

/** A waypoint listens where ztunnel connects to. */
export const waypointListener: Rule = {
  id: "ambient/waypoint-listener",
  code: "HED4805",
  severity: "error",
  summary: "a waypoint has one listener, for HBONE on port 15008",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, kubernetesGatewayType)) {
      const spec = kubernetesGatewaySpec(object);
      if (spec?.gatewayClassName !== "istio-waypoint") continue;
      const { listeners = [] } = spec;
      const wrong = listeners.findIndex(
        (each) => each.port !== port || each.protocol?.toUpperCase() !== "HBONE",
      );
      if (listeners.length === 1 && wrong < 0) continue;
      const place = wrong < 0 ? ["spec", "listeners"] : ["spec", "listeners", wrong];
      const { protocol = "none", port: own = 0 } = listeners[wrong] ?? {};
      find({
        outcome: "fail",
        origin: object.origin(place),
        message:
          wrong < 0
            ? `a waypoint has one listener, and this one has ${String(listeners.length)}`
            : `the listener of a waypoint is for HBONE on port 15008, and this one is for ${protocol} on ${String(own)}`,
        fix: "write one listener with protocol: HBONE and port: 15008",
      });
    }
  },
};

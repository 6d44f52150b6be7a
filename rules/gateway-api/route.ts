import { kubernetesRouteSpec, kubernetesRouteTypes } from "../../graph/kinds/gateway-api.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { toFinding } from "../schema/kind.ts";
import { createPlace, type Fault } from "../schema/place.ts";
import type { Rule } from "../rule.ts";
import { checkRoute } from "./route-faults.ts";

/** Everything that the definitions of the Gateway API's routes refuse. */
export const kubernetesRoute: Rule = {
  id: "gateway-api/route",
  code: "HED4669",
  severity: "error",
  summary: "a route of the Gateway API is one that the API server accepts",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of kubernetesRouteTypes.flatMap((type) => objectsOf(graph, type))) {
      const spec = kubernetesRouteSpec(object);
      // What cannot be read is reported by the definition of its kind.
      if (spec === undefined) continue;
      const faults: Fault[] = [];
      checkRoute(spec, object, createPlace("spec", faults));
      for (const fault of faults) find(toFinding(object, fault));
    }
  },
};

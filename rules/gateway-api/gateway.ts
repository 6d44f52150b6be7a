import { kubernetesGatewaySpec, kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { toFinding } from "../schema/kind.ts";
import { createPlace, type Fault } from "../schema/place.ts";
import type { Rule } from "../rule.ts";
import { checkGateway } from "./listener-faults.ts";

/** Everything that the definition of Gateway refuses. */
export const kubernetesGateway: Rule = {
  id: "gateway-api/gateway",
  code: "HED4668",
  severity: "error",
  summary: "a Gateway of the Gateway API is one that the API server accepts",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, kubernetesGatewayType)) {
      const spec = kubernetesGatewaySpec(object);
      // What cannot be read is reported by the definition of its kind.
      if (spec === undefined) continue;
      const faults: Fault[] = [];
      checkGateway(spec, createPlace("spec", faults));
      for (const fault of faults) find(toFinding(object, fault));
    }
  },
};

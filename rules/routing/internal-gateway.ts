import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";
import { isInternalGateway } from "./gateway-names.ts";

/** No VirtualService is attached to a gateway that the control plane made for itself. */
export const internalGateway: Rule = {
  id: "routing/internal-gateway",
  code: "HED4201",
  severity: "warning",
  summary: "a VirtualService is not attached to a generated gateway",
  covers: ["IST0165"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "gateways")) {
      for (const [index, said] of (virtualServiceSpec(object)?.gateways ?? []).entries()) {
        if (!isInternalGateway(said)) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "gateways", index]),
          message: `is attached to ${said}, which the control plane generates from a Gateway of the Gateway API`,
          fix: "use an HTTPRoute with that Gateway as parent, or a Gateway of networking.istio.io",
        });
      }
    }
  },
};

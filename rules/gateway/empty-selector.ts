import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** Every Gateway says which proxies it configures. Without, it configures every gateway of the mesh. */
export const emptySelector: Rule = {
  id: "gateway/empty-selector",
  code: "HED4471",
  severity: "warning",
  summary: "a Gateway has a selector",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, gatewayType, find)) {
      const spec = gatewaySpec(object);
      if (spec === undefined || Object.keys(spec.selector ?? {}).length > 0) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message: "has no selector, so that every gateway of the mesh opens its ports",
        fix: "select the labels of one gateway (`selector: { istio: ingressgateway }`)",
      });
    }
  },
};

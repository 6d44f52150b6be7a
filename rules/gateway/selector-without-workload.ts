import { isDelivered } from "../../graph/objects/delivered-namespaces.ts";
import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { printLabels } from "../access/selector-target.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import { gatewayWorkloads } from "./gateway-workloads.ts";

/** The selector of every Gateway selects a proxy. Otherwise nothing listens. */
export const gatewaySelectorWithoutWorkload: Rule = {
  id: "gateway/selector-without-workload",
  code: "HED4470",
  severity: "error",
  summary: "the selector of a Gateway selects a gateway workload",
  covers: ["IST0101", "KIA0302"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, gatewayType, find)) {
      const { selector = {} } = gatewaySpec(object) ?? {};
      if (Object.keys(selector).length === 0) continue;
      const { pods, assumed } = gatewayWorkloads(graph, object);
      if (pods.length > 0 || assumed) continue;
      find({
        // A chart may bring the gateway, and into any namespace.
        outcome: isDelivered(graph) ? "unknown" : "fail",
        origin: object.origin(["spec", "selector"]),
        message: `no workload has the labels ${printLabels(selector)}`,
        fix: "select the labels of the gateway's pods (`istio: ingressgateway` for the one that comes with Istio)",
        absent: ["workload"],
      });
    }
  },
};

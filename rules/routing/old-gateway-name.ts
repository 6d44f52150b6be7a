import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";
import { isInternalGateway } from "./gateway-names.ts";

/** A VirtualService names a gateway as `name` or `namespace/name`. */
export const oldGatewayName: Rule = {
  id: "routing/old-gateway-name",
  code: "HED4657",
  severity: "info",
  summary: "gateways are named as `namespace/name`",
  covers: ["KIA1108"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "gateways")) {
      for (const [index, said] of (virtualServiceSpec(object)?.gateways ?? []).entries()) {
        if (said.includes("/") || !said.includes(".") || isInternalGateway(said)) continue;
        const [name = "", namespace = ""] = said.split(".");
        find({
          outcome: "fail",
          origin: object.origin(["spec", "gateways", index]),
          message: `names the gateway ${said} by its old form, a host`,
          fix: `write ${namespace}/${name}`,
        });
      }
    }
  },
};

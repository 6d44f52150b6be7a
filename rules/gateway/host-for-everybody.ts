import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { kubernetesGatewaySpec, kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** A Gateway names its hosts: with a wildcard for all, any VirtualService can serve any host at it. */
export const hostForEverybody: Rule = {
  id: "gateway/host-for-everybody",
  code: "HED4691",
  severity: "info",
  summary: "a Gateway names its hosts",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, gatewayType)) {
      for (const [index, { hosts = [] }] of (gatewaySpec(object)?.servers ?? []).entries()) {
        const place = hosts.findIndex((each) => each === "*" || each === "*/*");
        if (place < 0) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "servers", index, "hosts", place]),
          message:
            "serves every host, for VirtualServices of every namespace: any of them can take any host",
          fix: "name the hosts, with the namespace that may serve each: shop/shop.example.com",
        });
      }
    }
    for (const object of objectsOf(graph, kubernetesGatewayType)) {
      for (const [index, listener] of (kubernetesGatewaySpec(object)?.listeners ?? []).entries()) {
        const { hostname = "", allowedRoutes } = listener;
        if (allowedRoutes?.namespaces?.from !== "All" || hostname !== "") continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "listeners", index, "allowedRoutes", "namespaces"]),
          message: "takes routes of every namespace for every host: any of them can take any host",
          fix: "set a hostname, or choose the namespaces by a selector",
        });
      }
    }
  },
};

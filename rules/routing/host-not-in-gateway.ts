import { kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { gatewayType } from "../../graph/kinds/gateway.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { findObject } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";
import { gatewayHostsFor, hostsMeet, listenerHosts } from "./gateway-hosts.ts";
import { completeGateway, isInternalGateway, meshGateway } from "./gateway-names.ts";

/**
 * The gateway that a VirtualService is attached to serves its hosts: at least one where the VirtualService holds for
 * the sidecars too, whose hosts can be others, else all. The gateway answers 404 for the rest.
 */
export const hostNotInGateway: Rule = {
  id: "routing/host-not-in-gateway",
  code: "HED4202",
  severity: "warning",
  summary: "the gateway of a VirtualService serves its hosts",
  covers: ["IST0132"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "gateways")) {
      const { hosts = [], gateways = [] } = virtualServiceSpec(object) ?? {};
      for (const [index, said] of gateways.entries()) {
        if (said === meshGateway || isInternalGateway(said)) continue;
        const { namespace, name } = completeGateway(said, object.namespace);
        const own = findObject(graph, gatewayType, namespace, name);
        const gateway = own ?? findObject(graph, kubernetesGatewayType, namespace, name);
        if (gateway === undefined || gateway.unresolved.length > 0) continue;
        const served =
          own === undefined ? listenerHosts(gateway) : gatewayHostsFor(own, object.namespace);
        const missing = hosts.filter((host) => !served.some((each) => hostsMeet(each, host)));
        const none = missing.length === hosts.length;
        if (!none && (missing.length === 0 || gateways.includes(meshGateway))) continue;
        const list = [...new Set(served)].slice(0, 5).join(", ") || "none";
        find({
          outcome: "fail",
          origin: object.origin(["spec", "gateways", index]),
          message: `the Gateway ${namespace}/${name} does not serve ${missing.join(", ") || "any host"}; for this namespace it serves ${list}`,
          fix: `add the host to a server of Gateway ${namespace}/${name}, or correct it here`,
          covers: none ? ["IST0132"] : [],
        });
      }
    }
  },
};

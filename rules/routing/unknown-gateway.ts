import { kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { gatewayType } from "../../graph/kinds/gateway.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { findObject, objectsOf } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { Rule } from "../rule.ts";
import { completeGateway, isInternalGateway, meshGateway } from "./gateway-names.ts";

const gatewaysByName = perGraph(
  (graph) => new Map(objectsOf(graph, gatewayType).map((each) => [each.name, each])),
);

/** Every gateway that a VirtualService names is there. Otherwise no gateway serves its hosts. */
export const unknownGateway: Rule = {
  id: "routing/unknown-gateway",
  code: "HED4200",
  severity: "error",
  summary: "a VirtualService is attached only to gateways that exist",
  // Where there is no gateway, its hosts are not found either.
  covers: ["IST0101", "IST0132", "KIA1102"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, virtualServiceType)) {
      for (const [index, said] of (virtualServiceSpec(object)?.gateways ?? []).entries()) {
        if (said === meshGateway || isInternalGateway(said)) continue;
        const { namespace, name } = completeGateway(said, object.namespace);
        if (findObject(graph, gatewayType, namespace, name) !== undefined) continue;
        if (findObject(graph, kubernetesGatewayType, namespace, name) !== undefined) continue;
        const other = gatewaysByName(graph).get(name);
        const near = other === undefined ? "" : `; there is ${other.namespace}/${other.name}`;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "gateways", index]),
          message: `is attached to the gateway ${said}, and there is no Gateway ${namespace}/${name}${near}`,
          fix: "correct the name (`namespace/name` for a Gateway of another namespace), or add the Gateway; one that is deployed from elsewhere is given with --context",
          absent: ["listener"],
          within: namespace,
        });
      }
    }
  },
};

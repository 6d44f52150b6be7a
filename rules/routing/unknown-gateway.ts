import { kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { gatewayType } from "../../graph/kinds/gateway.ts";
import { virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { findObject, objectsOf } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { Rule } from "../rule.ts";
import { declareElsewhere } from "./declare-elsewhere.ts";
import { gatewaysOf } from "./named-gateways.ts";
import { completeGateway, isInternalGateway, meshGateway } from "./gateway-names.ts";

const gatewaysByName = perGraph(
  (graph) => new Map(objectsOf(graph, gatewayType).map((each) => [each.name, each])),
);

/**
 * Every gateway that a VirtualService names is there. Otherwise no gateway serves its hosts. One of the Gateway API never
 * does: istiod keeps it under names of its own.
 */
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
    for (const object of objectsWith(graph, virtualServiceType, "gateways")) {
      for (const { said, path, covers } of gatewaysOf(object)) {
        if (said === meshGateway || isInternalGateway(said)) continue;
        const { namespace, name } = completeGateway(said, object.namespace);
        if (findObject(graph, gatewayType, namespace, name) !== undefined) continue;
        const foreign = findObject(graph, kubernetesGatewayType, namespace, name) !== undefined;
        const other = gatewaysByName(graph).get(name);
        const near = other === undefined ? "" : `; there is ${other.namespace}/${other.name}`;
        const why = foreign
          ? "that is one of the Gateway API, which only takes routes of its own"
          : `there is no Gateway ${namespace}/${name}${near}`;
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `${covers === undefined ? "is attached to" : "a match asks for"} the gateway ${said}, and ${why}`,
          fix: foreign
            ? "write an HTTPRoute with the Gateway in parentRefs, or attach it to a Gateway of networking.istio.io"
            : `correct the name (\`namespace/name\` for a Gateway of another namespace), or add the Gateway; ${declareElsewhere}`,
          absent: ["listener"],
          within: namespace,
          // Kiali takes one for the other.
          ...(foreign
            ? { covers: ["IST0101", "IST0132"] }
            : covers === undefined
              ? {}
              : { covers }),
        });
      }
    }
  },
};

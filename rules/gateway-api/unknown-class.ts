import { distance } from "fastest-levenshtein";
import {
  gatewayClassType,
  kubernetesGatewaySpec,
  kubernetesGatewayType,
} from "../../graph/kinds/gateway-api.ts";
import { findObject, hasObjects, objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** Those of Istio, and those that other implementations bring along: https://gateway-api.sigs.k8s.io/implementations/ */
const known =
  /^(?:istio(?:-remote|-waypoint|-east-west)?|cilium|eg|envoy(?:-gateway)?|nginx|traefik|kong|contour|haproxy|kgateway|agentgateway|gloo-gateway|apisix|higress|linkerd|consul|tyk|openshift-default|amazon-vpc-lattice|aws-[a-z-]+|azure-[a-z-]+|gke-[a-z0-9-]+|asm-[a-z-]+)$/;

const ofIstio = ["istio", "istio-remote", "istio-waypoint", "istio-east-west"] as const;

/**
 * The class of a Gateway is one that somebody implements. Otherwise nobody makes the gateway. Classes belong to the
 * cluster and come with whoever implements them: where the input has none, only a misspelt class of Istio is a fault.
 */
export const unknownClass: Rule = {
  id: "gateway-api/unknown-class",
  code: "HED4666",
  severity: "error",
  summary: "the class of a Gateway is known",
  covers: ["KIA1504"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, kubernetesGatewayType)) {
      const name = kubernetesGatewaySpec(object)?.gatewayClassName ?? "";
      if (known.test(name)) continue;
      // A class is in no namespace, whatever its metadata says.
      if (findObject(graph, gatewayClassType, "default", name) !== undefined) continue;
      if (objectsOf(graph, gatewayClassType).some((each) => each.name === name)) continue;
      const near = ofIstio.some((each) => distance(each, name) <= 2);
      find({
        outcome: near || hasObjects(graph, gatewayClassType) ? "fail" : "unknown",
        origin: object.origin(["spec", "gatewayClassName"]),
        message: `has the class ${JSON.stringify(name)}, which neither Istio nor a GatewayClass of the input has`,
        fix: "write istio, or add the GatewayClass",
      });
    }
  },
};

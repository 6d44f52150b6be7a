import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import {
  requestAuthenticationSpec,
  requestAuthenticationType,
} from "../../graph/kinds/request-authentication.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { findObject, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import { selects } from "../../graph/query.ts";
import { isStandardIngress } from "../gateway/standard-gateway.ts";
import type { Rule } from "../rule.ts";
import { findClaimMatch } from "./claim-match.ts";
import { completeGateway, meshGateway } from "./gateway-names.ts";

/** A route by claims of a token is on gateways that check tokens. Without, nothing carries the claims. */
export const claimRouteWithoutAuthentication: Rule = {
  id: "routing/claim-route-without-authentication",
  code: "HED4209",
  severity: "error",
  summary: "a route by claims is on a gateway that checks tokens",
  covers: ["IST0149"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "gateways")) {
      const spec = virtualServiceSpec(object);
      const claim = findClaimMatch(spec?.http ?? []);
      if (claim === undefined) continue;
      for (const said of spec?.gateways ?? []) {
        if (said === meshGateway) continue;
        const where = findUnchecked(graph, completeGateway(said, object.namespace));
        if (where === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(claim.path),
          message: `matches the claim ${claim.key}, and no RequestAuthentication holds for ${where.what} behind the gateway ${said}`,
          fix: `add a RequestAuthentication in ${where.namespace} that selects the pods of the gateway`,
        });
      }
    }
  },
};

/** The first pod of a gateway that checks no tokens; of the gateway that comes with Istio, where none is described. */
function findUnchecked(graph: ObjectGraph, at: ReturnType<typeof completeGateway>) {
  const gateway = findObject(graph, gatewayType, at.namespace, at.name);
  if (gateway === undefined) return undefined;
  const selector = gatewaySpec(gateway)?.selector ?? {};
  const pods = podsSelectedBy(graph, undefined, selector);
  const pod = pods.find(({ namespace, labels }) => !checksTokens(graph, namespace, labels));
  if (pod !== undefined) return { what: pod.object.origin().source, namespace: pod.namespace };
  if (pods.length > 0 || !isStandardIngress(selector)) return undefined;
  const namespace = rootNamespace(graph);
  if (checksTokens(graph, namespace, standardIngress)) return undefined;
  return { what: "the ingress gateway of Istio", namespace };
}

const standardIngress = { istio: "ingressgateway", app: "istio-ingressgateway" };

function checksTokens(
  graph: ObjectGraph,
  namespace: string,
  labels: Readonly<Record<string, string>>,
): boolean {
  const root = rootNamespace(graph);
  return objectsOf(graph, requestAuthenticationType).some((each) => {
    if (each.namespace !== root && each.namespace !== namespace) return false;
    const { selector, targetRefs } = requestAuthenticationSpec(each) ?? {};
    if (targetRefs !== undefined && targetRefs.length > 0) return true;
    return selects(selector?.matchLabels ?? {}, labels);
  });
}

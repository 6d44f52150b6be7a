import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import {
  requestAuthenticationSpec,
  requestAuthenticationType,
} from "../../graph/kinds/request-authentication.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { selects } from "../../graph/query.ts";
import { policiesOf } from "../change/access-scopes.ts";
import { gatewayWorkloads } from "../gateway/gateway-workloads.ts";
import { publicBalancersOf } from "../gateway/public-balancers.ts";
import type { Rule } from "../rule.ts";
import type { Labels } from "./selector-target.ts";

/** A gateway that the internet reaches checks who comes in, or says that everybody may. */
export const gatewayWithoutPolicy: Rule = {
  id: "access/gateway-without-policy",
  code: "HED4733",
  severity: "info",
  summary: "a gateway of the internet has access rules, or is marked as public",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, gatewayType)) {
      const [balancer] = publicBalancersOf(graph, object);
      if (balancer === undefined || isMarkedPublic(object) || isMarkedPublic(balancer)) continue;
      const { namespace, pods } = gatewayWorkloads(graph, object);
      const { selector = {} } = gatewaySpec(object) ?? {};
      const labels = pods[0]?.labels ?? selector;
      if (isGuarded(graph, labels, namespace ?? balancer.namespace)) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "servers"]),
        message: `the internet reaches it by ${balancer.origin().source}, and no AuthorizationPolicy and no RequestAuthentication is for its proxies`,
        fix: `add an AuthorizationPolicy for the gateway, or mark it with the annotation "${mark}: true"`,
      });
    }
  },
};

const mark = "heddle.dev/public";

/** Whether an object says that everybody may come, in our annotation or in one that others call alike. */
function isMarkedPublic({ annotations, labels }: KubernetesObject): boolean {
  return Object.entries({ ...labels, ...annotations }).some(
    ([key, value]) => /(?:^|\/)(?:public|exposure)$/.test(key) && /^(?:true|public)$/.test(value),
  );
}

/** Whether a policy of access or of tokens chooses the proxies of a gateway. */
function isGuarded(graph: ObjectGraph, labels: Labels, namespace: string): boolean {
  return guards(graph).some(
    (each) =>
      (each.namespace === undefined || each.namespace === namespace) &&
      selects(each.labels, labels),
  );
}

const guards = perGraph((graph) => [
  ...policiesOf(graph).filter(({ target }) => target === ""),
  ...objectsOf(graph, requestAuthenticationType).map((object) => ({
    namespace: object.namespace === rootNamespace(graph) ? undefined : object.namespace,
    labels: requestAuthenticationSpec(object)?.selector?.matchLabels ?? {},
  })),
]);

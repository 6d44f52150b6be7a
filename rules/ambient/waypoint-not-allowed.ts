import { kubernetesGatewaySpec, type KubernetesListener } from "../../graph/kinds/gateway-api.ts";
import { findNamespace, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { matchesSelector } from "../webhooks/label-selector.ts";
import { waypointUses } from "./waypoint-uses.ts";

/** A waypoint of another namespace takes traffic of this one. */
export const waypointNotAllowed: Rule = {
  id: "ambient/waypoint-not-allowed",
  code: "HED4804",
  severity: "error",
  summary: "a waypoint that another namespace names takes its traffic",
  covers: ["KIA1313"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { gateway, namespace, waypoint, origin } of waypointUses(graph)) {
      if (gateway === undefined || gateway.namespace === namespace) continue;
      const { listeners = [] } = kubernetesGatewaySpec(gateway) ?? {};
      const answers = listeners.map((each) => takes(graph, each, namespace));
      if (answers.includes(true)) continue;
      find({
        outcome: answers.includes(undefined) ? "unknown" : "fail",
        origin,
        message: `the waypoint ${waypoint.namespace}/${waypoint.name} takes no traffic of namespace ${namespace}`,
        fix: `let its listener allow the namespace: allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: ${namespace} } } } }`,
      });
    }
  },
};

/** Undefined where that depends on labels of a namespace that is not described. */
function takes(
  graph: ObjectGraph,
  { allowedRoutes }: KubernetesListener,
  name: string,
): boolean | undefined {
  const { from = "Same", selector } = allowedRoutes?.namespaces ?? {};
  if (from !== "Selector") return from === "All";
  const namespace = findNamespace(graph, name);
  // Kubernetes itself gives every namespace its name as a label.
  const labels = { ...namespace?.labels, "kubernetes.io/metadata.name": name };
  if (matchesSelector(selector, labels)) return true;
  return namespace === undefined ? undefined : false;
}

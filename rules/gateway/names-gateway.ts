import { gatewayType } from "../../graph/kinds/gateway.ts";
import { findObject, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Labels } from "../access/selector-target.ts";

/**
 * Whether a selector names the proxies of a Gateway beside it, which often come from elsewhere: a Helm release of a
 * gateway gives its pods the label `istio: <its name>`, and the Gateway is called the same.
 */
export function namesGateway(
  graph: ObjectGraph,
  labels: Labels,
  namespace: string | undefined,
): boolean {
  const name = labels["istio"];
  if (name === undefined || namespace === undefined || Object.keys(labels).length > 1) return false;
  return findObject(graph, gatewayType, namespace, name) !== undefined;
}

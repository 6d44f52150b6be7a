import type { KubernetesListener } from "../../graph/kinds/gateway-api.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { findNamespace, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { selects } from "../../graph/query.ts";
import { hostsMeet } from "../routing/gateway-hosts.ts";

const kindsOf: Readonly<Record<string, readonly string[]>> = {
  HTTP: ["HTTPRoute", "GRPCRoute"],
  HTTPS: ["HTTPRoute", "GRPCRoute"],
  TLS: ["TLSRoute", "TCPRoute"],
  TCP: ["TCPRoute"],
  UDP: ["UDPRoute"],
};

/** Whether a listener takes routes of another namespace; false also where that is not known. */
export function opensTo(
  graph: ObjectGraph,
  namespace: string,
  { allowedRoutes }: KubernetesListener,
): boolean {
  const { from = "Same", selector } = allowedRoutes?.namespaces ?? {};
  if (from !== "Selector") return from === "All";
  return selects(selector?.matchLabels ?? {}, labelsOf(graph, namespace));
}

/** Kubernetes itself gives every namespace its name as a label. */
function labelsOf(graph: ObjectGraph, namespace: string): Readonly<Record<string, string>> {
  return {
    ...findNamespace(graph, namespace)?.labels,
    "kubernetes.io/metadata.name": namespace,
  };
}

/** Why a listener does not take a route; empty where it does, undefined where that depends on what is not described. */
export function refusalOf(
  graph: ObjectGraph,
  gateway: KubernetesObject,
  listener: KubernetesListener,
  {
    object,
    hostnames,
  }: { readonly object: KubernetesObject; readonly hostnames: readonly string[] },
): string | undefined {
  const { name = "", protocol = "", hostname, allowedRoutes } = listener;
  const said = (allowedRoutes?.kinds ?? []).flatMap(({ kind }) => kind ?? []);
  const kinds = said.length > 0 ? said : (kindsOf[protocol] ?? [object.kind]);
  if (!kinds.includes(object.kind)) return `listener ${name} takes ${kinds.join(" and ")} only`;
  const { from = "Same", selector } = allowedRoutes?.namespaces ?? {};
  if (from === "Same" && object.namespace !== gateway.namespace) {
    return `listener ${name} takes routes of namespace ${gateway.namespace} only`;
  }
  if (from === "None") return `listener ${name} takes no routes`;
  if (from === "Selector") {
    const namespace = findNamespace(graph, object.namespace);
    if (!selects(selector?.matchLabels ?? {}, labelsOf(graph, object.namespace))) {
      if (namespace === undefined) return undefined;
      return `listener ${name} takes routes of other namespaces only, by their labels`;
    }
  }
  if (hostname === undefined || hostnames.length === 0) return "";
  if (hostnames.some((each) => hostsMeet(each, hostname))) return "";
  return `listener ${name} serves ${hostname}, and the route has ${hostnames.join(", ")}`;
}

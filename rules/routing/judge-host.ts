import type { Graph, ServiceNode } from "../../graph/graph.ts";
import { isDelivered } from "../../graph/objects/delivered-namespaces.ts";
import { gatewayServices } from "../../graph/objects/gateway-services.ts";
import { completeHost, type KnownHost } from "../../graph/objects/known-hosts.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { describesNamespace, namespaceOfHost } from "../find-service.ts";
import { findDestination, type Viewer } from "./find-destination.ts";

/** What can be said of a host that an object names. */
export type HostVerdict =
  | { readonly kind: "found"; readonly host: KnownHost }
  | { readonly kind: "invisible"; readonly host: KnownHost }
  /** The author of a model says that it is there, or Istio makes it for a Gateway. */
  | { readonly kind: "vouched" }
  | { readonly kind: "absent" }
  /** It belongs to a namespace of which nothing is described here, or not all. */
  | { readonly kind: "elsewhere"; readonly namespace: string };

/** Services that come with an installation of Istio, which the files of applications do not hold. */
const installed = /^(?:istiod|istio-(?:ingress|egress|eastwest)(?:gateway)?)\./;

/**
 * Whether a host exists for an object. A name of the object's own namespace can only be judged where services are
 * described at all: files that hold nothing but routing say nothing about services.
 */
export function judgeHost(
  graph: Pick<Graph, "objects" | "services" | "workloads">,
  host: string,
  viewer: Viewer,
): HostVerdict {
  const found = findDestination(graph, host, viewer);
  if (found.kind !== "unknown") return found;
  const full = completeHost(host, viewer.namespace);
  if (vouched(graph.services).has(full) || gatewayServices(graph).has(full))
    return { kind: "vouched" };
  const namespace = namespaceOfHost(full);
  if (namespace === rootNamespace(graph) && installed.test(full)) {
    return { kind: "elsewhere", namespace };
  }
  if (namespace !== undefined && isDelivered(graph, namespace)) {
    return { kind: "elsewhere", namespace };
  }
  if (namespace === undefined || describesNamespace(graph, namespace)) return { kind: "absent" };
  const own = namespace === viewer.namespace && graph.services.some(({ external }) => !external);
  return own ? { kind: "absent" } : { kind: "elsewhere", namespace };
}

const models = new WeakMap<readonly ServiceNode[], ReadonlySet<string>>();

function vouched(services: readonly ServiceNode[]): ReadonlySet<string> {
  const known = models.get(services);
  if (known !== undefined) return known;
  const ofModels = services.filter(({ origin }) => origin.object === undefined);
  const hosts = new Set(ofModels.map(({ host }) => host));
  models.set(services, hosts);
  return hosts;
}

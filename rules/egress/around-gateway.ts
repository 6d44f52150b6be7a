import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { matchesHost } from "../find-service.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "../workloads/checked-workloads.ts";
import { networkPoliciesOf } from "../workloads/network-policies.ts";
import { hostsThroughGateway } from "./egress-gateways.ts";

/** Where hosts outside are called through an egress gateway, there is no way round it. */
export const aroundGateway: Rule = {
  id: "egress/around-gateway",
  code: "HED4735",
  severity: "info",
  summary: "where an egress gateway is used, nothing leaves the mesh past it",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const routed = hostsThroughGateway(graph);
    const [example] = routed;
    if (example === undefined) return;
    for (const object of objectsOf(graph, serviceEntryType)) {
      const { hosts = [], location } = serviceEntrySpec(object) ?? {};
      if (location === "MESH_INTERNAL") continue;
      for (const [index, host] of hosts.entries()) {
        const full = completeHost(host, object.namespace);
        if (routed.has(full) || isNear(routed, full)) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "hosts", index]),
          message: `${host} is called directly, and ${example} through an egress gateway`,
          fix: "route this host through the egress gateway as well",
        });
      }
    }
    for (const pod of openPods(graph)) {
      find({
        outcome: "fail",
        origin: pod.origin(["metadata"]),
        message: `${example} is to be called through an egress gateway, and no NetworkPolicy keeps ${pod.object.kind} ${pod.name} from calling it directly`,
        fix: `add a NetworkPolicy to namespace ${pod.namespace} that lets traffic out to the cluster and the egress gateway only`,
      });
    }
  },
};

/** Whether a wildcard that is routed covers a host, or a wildcard host something that is routed. */
function isNear(routed: ReadonlySet<string>, host: string): boolean {
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) {
    if (routed.has(`*${host.slice(dot)}`)) return true;
  }
  return host.startsWith("*") && [...routed].some((each) => matchesHost(host, each));
}

/** One pod of each namespace with applications of the mesh for which no NetworkPolicy says what may leave. */
function openPods(graph: ObjectGraph): readonly VirtualPod[] {
  const open = new Map<string, VirtualPod>();
  for (const pod of checkedWorkloads(graph)) {
    if (pod.mode !== "sidecar" || open.has(pod.namespace)) continue;
    if (pod.containers.every(({ name }) => name === "istio-proxy")) continue;
    if (networkPoliciesOf(graph, pod, "Egress") === undefined) open.set(pod.namespace, pod);
  }
  return [...open.values()];
}

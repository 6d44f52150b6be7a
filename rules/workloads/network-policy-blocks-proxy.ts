import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { findNamespace, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { matchesSelector } from "../webhooks/label-selector.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "./checked-workloads.ts";
import { letsPort, networkPoliciesOf, type NetworkRule } from "./network-policies.ts";

/** NetworkPolicies let a proxy reach its control plane and DNS, and let ztunnel reach a pod. */
export const networkPolicyBlocksProxy: Rule = {
  id: "workloads/network-policy-blocks-proxy",
  code: "HED4677",
  severity: "error",
  summary: "what the mesh needs gets through NetworkPolicies",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedWorkloads(graph)) {
      const fault = blockedOut(graph, pod) ?? blockedIn(graph, pod);
      if (fault === undefined) continue;
      const [policy] = fault.objects;
      const open = fault.objects.some((each) => each.unresolved.length > 0);
      find({
        outcome: open ? "unknown" : "fail",
        origin: policy.origin(["spec"]),
        message: `under this, ${pod.object.kind} ${pod.namespace}/${pod.name} ${fault.problem}`,
        fix: fault.fix,
      });
    }
  },
};

function blockedOut(graph: ObjectGraph, pod: VirtualPod) {
  const holding = pod.mode === "sidecar" ? networkPoliciesOf(graph, pod, "Egress") : undefined;
  if (holding === undefined) return undefined;
  const { objects, rules } = holding;
  const toIstiod = rules.some((rule) => letsPort(rule, "TCP", 15012) && mayReach(graph, pod, rule));
  if (!toIstiod) {
    const problem = `may not send to port 15012 of namespace ${rootNamespace(graph)}: its proxy gets no configuration and no certificate`;
    const fix = `allow egress to TCP port 15012 of namespace ${rootNamespace(graph)}`;
    return { objects, problem, fix };
  }
  const dns = rules.some((rule) => letsPort(rule, "UDP", 53) || letsPort(rule, "UDP", 5353));
  if (dns) return undefined;
  const problem = "may not ask DNS: its proxy does not find the control plane";
  return { objects, problem, fix: "allow egress to port 53, UDP and TCP" };
}

/** All traffic of ambient pods arrives at port 15008. A policy that lets nothing in is meant so. */
function blockedIn(graph: ObjectGraph, pod: VirtualPod) {
  const holding = pod.mode === "ambient" ? networkPoliciesOf(graph, pod, "Ingress") : undefined;
  if (holding === undefined || holding.rules.length === 0) return undefined;
  if (holding.rules.some((rule) => letsPort(rule, "TCP", 15008))) return undefined;
  const problem = "takes no traffic on port 15008, on which all traffic of ambient mode arrives";
  return { objects: holding.objects, problem, fix: "allow ingress to TCP port 15008" };
}

/** Whether a rule may be for the namespace of the control plane, as far as its labels are known. */
function mayReach(graph: ObjectGraph, { namespace }: VirtualPod, { peers }: NetworkRule): boolean {
  const root = rootNamespace(graph);
  const described = findNamespace(graph, root);
  const labels = { ...described?.labels, "kubernetes.io/metadata.name": root };
  return (
    peers.length === 0 ||
    peers.some(({ namespaceSelector, ipBlock }) => {
      if (ipBlock !== undefined) return true;
      if (namespaceSelector === undefined) return namespace === root;
      if (matchesSelector(namespaceSelector, labels)) return true;
      const { matchLabels = {}, matchExpressions = [] } = namespaceSelector;
      const asked = [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)];
      // Other labels of a namespace that nobody describes may be there.
      return described === undefined && asked.some((key) => key !== "kubernetes.io/metadata.name");
    })
  );
}

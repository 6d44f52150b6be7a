import type { Graph } from "../../graph/graph.ts";
import type { AuthorizationPolicySpec } from "../../graph/kinds/authorization-policy.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { receiverModes } from "../receiver-mode.ts";
import { scopeOfPolicy } from "./selector-target.ts";
import { labelsOf, type AccessRule } from "./sources-of.ts";

type Read = Pick<Graph, "objects" | "receiverModes">;

/** The first workload of a policy for which a PeerAuthentication lets plaintext in on a port that a rule is about. */
export function acceptsPlaintext(
  graph: Read,
  { namespace }: KubernetesObject,
  spec: AuthorizationPolicySpec,
  { to = [] }: AccessRule,
): VirtualPod | undefined {
  const ports = to.flatMap(({ operation }) => operation?.ports ?? []);
  return podsSelectedBy(graph, scopeOfPolicy(graph, namespace), labelsOf(spec)).find(
    (pod) =>
      pod.mode === "sidecar" &&
      receiverModes(graph, pod).some(
        ({ mode, port }) =>
          mode !== "strict" &&
          (port === undefined || ports.length === 0 || ports.includes(String(port))),
      ),
  );
}

/** The first workload of a policy that takes plaintext only, on every port. */
export function acceptsOnlyPlaintext(
  graph: Read,
  { namespace }: KubernetesObject,
  spec: AuthorizationPolicySpec,
): VirtualPod | undefined {
  return podsSelectedBy(graph, scopeOfPolicy(graph, namespace), labelsOf(spec)).find((pod) => {
    const modes = receiverModes(graph, pod);
    return (
      pod.mode === "sidecar" && modes.length > 0 && modes.every((each) => each.mode === "disabled")
    );
  });
}

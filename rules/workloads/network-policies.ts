import {
  networkPolicySpec,
  networkPolicyType,
  type NetworkPeer,
  type NetworkPolicySpec,
  type NetworkPort,
} from "../../graph/kinds/network-policy.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { matchesSelector } from "../webhooks/label-selector.ts";

export type Direction = "Ingress" | "Egress";

/** One rule of a NetworkPolicy, in either direction; without peers or ports it is for all of them. */
export interface NetworkRule {
  readonly peers: readonly NetworkPeer[];
  readonly ports: readonly NetworkPort[];
}

/** The NetworkPolicies that hold for a pod in one direction, and all that they let through together. */
export interface HoldingPolicies {
  readonly objects: readonly [KubernetesObject, ...KubernetesObject[]];
  readonly rules: readonly NetworkRule[];
}

const byNamespace = perGraph((graph) =>
  Map.groupBy(objectsOf(graph, networkPolicyType), ({ namespace }) => namespace),
);

/** What holds for a pod in a direction; undefined where no policy does, and everything is let through. */
export function networkPoliciesOf(
  graph: ObjectGraph,
  pod: VirtualPod,
  direction: Direction,
): HoldingPolicies | undefined {
  const holding = (byNamespace(graph).get(pod.namespace) ?? []).flatMap((object) => {
    const spec = networkPolicySpec(object);
    if (spec === undefined || !directionsOf(spec).includes(direction)) return [];
    return matchesSelector(spec.podSelector, pod.labels) ? [{ object, spec }] : [];
  });
  const [first, ...others] = holding;
  if (first === undefined) return undefined;
  return {
    objects: [first.object, ...others.map(({ object }) => object)],
    rules: holding.flatMap(({ spec }) => rulesOf(spec, direction)),
  };
}

/** Ingress always, and egress where there is a rule of it, if nothing is said. */
function directionsOf({ policyTypes, egress = [] }: NetworkPolicySpec): readonly string[] {
  if (policyTypes !== undefined && policyTypes.length > 0) return policyTypes;
  return egress.length > 0 ? ["Ingress", "Egress"] : ["Ingress"];
}

function rulesOf(spec: NetworkPolicySpec, direction: Direction): readonly NetworkRule[] {
  return direction === "Ingress"
    ? (spec.ingress ?? []).map(({ from = [], ports = [] }) => ({ peers: from, ports }))
    : (spec.egress ?? []).map(({ to = [], ports = [] }) => ({ peers: to, ports }));
}

/** Whether a rule lets a port through; a port by name may be any. */
export function letsPort({ ports }: NetworkRule, protocol: "TCP" | "UDP", wanted: number): boolean {
  return (
    ports.length === 0 ||
    ports.some(({ protocol: own = "TCP", port, endPort }) => {
      if (own !== protocol) return false;
      if (typeof port !== "number") return true;
      return wanted === port || (endPort !== undefined && wanted >= port && wanted <= endPort);
    })
  );
}

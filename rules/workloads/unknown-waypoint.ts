import type { Path } from "../../diagnostics/index.ts";
import type { Origin } from "../../graph/graph.ts";
import { hasNameless } from "../../graph/objects/has-nameless.ts";
import {
  findNamespace,
  findObject,
  objectsOf,
  type ObjectGraph,
} from "../../graph/objects/objects-of.ts";
import { podsIn } from "../../graph/objects/virtual-pods.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { Finding, Rule } from "../rule.ts";
import { checkedPods } from "./checked-workloads.ts";

const gatewayType = "gateway.networking.k8s.io/Gateway";
const label = "istio.io/use-waypoint";

/** A waypoint that a namespace, a service or a pod names exists. */
export const unknownWaypoint: Rule = {
  id: "workloads/unknown-waypoint",
  code: "HED4158",
  severity: "error",
  summary: "a waypoint that is named exists",
  covers: ["KIA1313"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, "/Namespace")) check(graph, object, object.name, find);
    for (const type of ["/Service", "networking.istio.io/ServiceEntry"]) {
      for (const object of objectsOf(graph, type)) check(graph, object, object.namespace, find);
    }
    for (const pod of checkedPods(graph)) check(graph, pod, pod.namespace, find);
  },
};

interface Labelled {
  readonly labels: Readonly<Record<string, string>>;
  origin(path?: Path): Origin;
}

function check(
  graph: ObjectGraph,
  labelled: Labelled,
  own: string,
  find: (finding: Finding) => void,
): void {
  const { labels } = labelled;
  const name = labels[label];
  if (name === undefined || name === "" || name === "none") return;
  const namespace = labels["istio.io/use-waypoint-namespace"] ?? own;
  if (findObject(graph, gatewayType, namespace, name) !== undefined) return;
  const described = namespacesWithGateways(graph).has(namespace) || isDescribed(graph, namespace);
  find({
    // Where only policies of a namespace are here, its Gateways may be deployed from somewhere else.
    absent: [],
    within: namespace,
    outcome: described && !hasNameless(graph, gatewayType) ? "fail" : "unknown",
    origin: labelled.origin(["metadata", "labels", label]),
    message: `there is no waypoint ${namespace}/${name}, and its policies do not hold`,
    fix: `add a Gateway ${name} of the class istio-waypoint in ${namespace}, or correct the label`,
  });
}

/** Whether the input holds the namespace itself and what runs in it. */
function isDescribed(graph: ObjectGraph, namespace: string): boolean {
  return findNamespace(graph, namespace) !== undefined && podsIn(graph, namespace).length > 0;
}

const namespacesWithGateways = perGraph(
  (graph) => new Set(objectsOf(graph, gatewayType).map(({ namespace }) => namespace)),
);

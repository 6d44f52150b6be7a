import { gatewaySpec } from "../../graph/kinds/gateway.ts";
import { serviceSpec } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { printLabels, releasedGateways, type Labels } from "../access/selector-target.ts";
import { servicesOf } from "../access/services-in.ts";
import { isStandardGateway, namespaceOfStandardGateway } from "./standard-gateway.ts";

/** The proxies that a Gateway configures. */
export interface GatewayWorkloads {
  /** Those of the input, in any namespace. */
  readonly pods: readonly VirtualPod[];
  /** The selector names a gateway that is deployed apart, often with Istio, and the input does not describe it. */
  readonly assumed: boolean;
  /** Where the proxies run, and so where they read Secrets; undefined where that is not known. */
  readonly namespace?: string;
}

const podsBySelector = perGraph(() => new Map<string, readonly VirtualPod[]>());

/** The pods that the selector of a Gateway selects, in any namespace; an empty one means all. */
export function gatewayPods(graph: ObjectGraph, selector: Labels): readonly VirtualPod[] {
  const known = podsBySelector(graph);
  const key = printLabels(selector);
  const pods = known.get(key) ?? podsSelectedBy(graph, undefined, selector);
  known.set(key, pods);
  return pods;
}

/** Finds the proxies of a Gateway. */
export function gatewayWorkloads(graph: ObjectGraph, gateway: KubernetesObject): GatewayWorkloads {
  const { selector = {} } = gatewaySpec(gateway) ?? {};
  const pods = gatewayPods(graph, selector);
  const first = pods[0];
  if (first !== undefined) return { pods, assumed: false, namespace: first.namespace };
  if (isStandardGateway(selector)) {
    const namespace = namespaceOfStandardGateway(selector, rootNamespace(graph));
    return { pods, assumed: true, namespace };
  }
  // A Helm release of a gateway gives its pods the label `istio: <its name>`; the Gateway is often called the same.
  return { pods, assumed: releasedGateways(graph).has(printLabels(selector)) };
}

/** TCP ports of the Services that lead to pods: their own numbers, and those of the pods. */
export function portsOfServices(
  graph: ObjectGraph,
  pods: readonly VirtualPod[],
): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const pod of pods) {
    for (const object of servicesOf(graph, pod)) {
      const { ports = [] } = serviceSpec(object) ?? {};
      for (const { port, targetPort, protocol = "TCP" } of ports) {
        if (protocol !== "TCP") continue;
        if (port !== undefined) numbers.add(port);
        const number = portNumber(pod, targetPort);
        if (number !== undefined) numbers.add(number);
      }
    }
  }
  return numbers;
}

/** The port of a pod by number, or by the name that a container gives it. */
function portNumber(
  { containers }: VirtualPod,
  targetPort: number | string | undefined,
): number | undefined {
  if (targetPort === undefined) return undefined;
  const number = Number(targetPort);
  if (Number.isInteger(number)) return number;
  const ports = containers.flatMap((each) => each.ports ?? []);
  return ports.find(({ name }) => name === targetPort)?.containerPort;
}

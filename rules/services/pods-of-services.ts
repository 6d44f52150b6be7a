import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { checkedServices, type CheckedService } from "./checked-services.ts";

interface Matches {
  readonly pods: ReadonlyMap<KubernetesObject, readonly VirtualPod[]>;
  readonly services: ReadonlyMap<VirtualPod, readonly CheckedService[]>;
}

/** The pods that a service selects. */
export function podsOfService(graph: ObjectGraph, service: CheckedService): readonly VirtualPod[] {
  return matches(graph).pods.get(service.object) ?? [];
}

/** The services that select a pod. */
export function servicesOfPod(graph: ObjectGraph, pod: VirtualPod): readonly CheckedService[] {
  return matches(graph).services.get(pod) ?? [];
}

const matches = perGraph((graph): Matches => {
  const pods = new Map<KubernetesObject, readonly VirtualPod[]>();
  const services = new Map<VirtualPod, CheckedService[]>();
  for (const service of checkedServices(graph)) {
    const { object, spec } = service;
    const { selector = {} } = spec;
    // Without a selector, somebody else says where it leads.
    if (Object.keys(selector).length === 0) continue;
    const selected = podsSelectedBy(graph, object.namespace, selector);
    pods.set(object, selected);
    for (const pod of selected) {
      const known = services.get(pod);
      if (known === undefined) services.set(pod, [service]);
      else known.push(service);
    }
  }
  return { pods, services };
});

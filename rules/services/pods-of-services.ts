import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { selects } from "../../graph/query.ts";
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

/** Each service is looked for by the rarest label that it asks for, so that it meets few pods in vain. */
const matches = perGraph((graph): Matches => {
  const pods = new Map<KubernetesObject, readonly VirtualPod[]>();
  const services = new Map<VirtualPod, CheckedService[]>();
  for (const service of checkedServices(graph)) {
    const { object, spec } = service;
    const { selector = {} } = spec;
    const candidates = Object.entries(selector)
      .map(([key, value]) => podsSelectedBy(graph, object.namespace, { [key]: value }))
      .sort((a, b) => a.length - b.length)[0];
    const selected = (candidates ?? []).filter(({ labels }) => selects(selector, labels));
    pods.set(object, selected);
    for (const pod of selected) {
      const known = services.get(pod);
      if (known === undefined) services.set(pod, [service]);
      else known.push(service);
    }
  }
  return { pods, services };
});

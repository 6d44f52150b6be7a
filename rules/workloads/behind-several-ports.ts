import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { CheckedService } from "../services/checked-services.ts";
import { servicesOfPod } from "../services/pods-of-services.ts";
import { checkedWorkloads } from "./checked-workloads.ts";
import { isWaypoint } from "./is-waypoint.ts";

/** A workload of the mesh with the services that lead to it. */
export interface ServedWorkload {
  readonly pod: VirtualPod;
  readonly services: readonly CheckedService[];
}

/** The workloads to which services lead by more than one port: only there can two ports contradict each other. */
export const behindSeveralPorts: (graph: ObjectGraph) => readonly ServedWorkload[] = perGraph(
  (graph) => {
    const found: ServedWorkload[] = [];
    for (const pod of checkedWorkloads(graph)) {
      if (pod.inMesh !== true || isWaypoint(pod)) continue;
      const services = servicesOfPod(graph, pod);
      let ports = 0;
      for (const { spec } of services) ports += spec.ports?.length ?? 0;
      if (ports > 1) found.push({ pod, services });
    }
    return found;
  },
);

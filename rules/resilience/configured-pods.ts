import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** The pods of which some container is told something: by its environment, its arguments or its command. */
export const configuredPods: (graph: ObjectGraph) => readonly VirtualPod[] = perGraph((graph) =>
  virtualPods(graph).filter(({ containers }) =>
    containers.some(({ env, args, command }) => env ?? args ?? command),
  ),
);

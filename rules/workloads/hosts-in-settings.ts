import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";

/** Tried at the start of a word only, so that long values without a dot cost no more than their length. */
const host = /(?<![a-z0-9-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*/gi;

/** Everything in the environment and the arguments of workloads that may be the full name of a host; lower case. */
export const hostsInSettings: (graph: ObjectGraph) => ReadonlySet<string> = perGraph((graph) => {
  const found = new Set<string>();
  for (const { containers, initContainers } of virtualPods(graph)) {
    for (const { env = [], args = [], command = [] } of [...containers, ...initContainers]) {
      for (const text of [...env.map(({ value = "" }) => value), ...args, ...command]) {
        for (const [name] of text.matchAll(host)) found.add(name.toLowerCase());
      }
    }
  }
  return found;
});

import { knownHosts } from "../../graph/objects/known-hosts.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";

/** Whether any host of the mesh is below a wildcard; one of every service (`*`, `*.local`) always is. */
export function meetsKnownHost(graph: ObjectGraph, wildcard: string): boolean {
  const suffix = wildcard.slice(1);
  if (suffix === "" || ".svc.cluster.local".endsWith(suffix)) return true;
  return endings(graph).has(suffix);
}

/** Every ending of every host that starts with a dot. */
const endings = perGraph((graph) => {
  const all = new Set<string>();
  for (const host of knownHosts(graph).byHost.keys()) {
    for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) {
      all.add(host.slice(dot));
    }
  }
  return all;
});

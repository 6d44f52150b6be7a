import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import { knownHosts } from "../../graph/objects/known-hosts.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { selects } from "../../graph/query.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "../workloads/checked-workloads.ts";

/** Hosts that every proxy may be told of. */
const most = 50;

/** In a large mesh, proxies are told of what they call only. */
export const unscopedProxies: Rule = {
  id: "operations/unscoped-proxies",
  code: "HED4826",
  severity: "info",
  summary: "in a mesh of more than 50 hosts, sidecars do not get the configuration of all",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config } = meshConfig(graph);
    const { byHost } = knownHosts(graph);
    const scoped = scopedNamespaces(graph);
    if (byHost.size <= most || config.discoverySelectors !== undefined) return;
    if (scoped.has(config.rootNamespace)) return;
    const hosts = [...byHost.values()].flatMap(([each]) => each ?? []);
    const visible = hosts.filter(({ exportTo }) => exportTo.has("*"));
    if (visible.length <= most) return;
    const open = new Map<string, VirtualPod>();
    for (const pod of checkedWorkloads(graph)) {
      const { namespace, inMesh, containers } = pod;
      const isGateway =
        containers.length > 0 && containers.every(({ name }) => name === "istio-proxy");
      if (inMesh !== true || isGateway || scoped.has(namespace) || open.has(namespace)) continue;
      if (hasOwnSidecar(graph, pod)) continue;
      open.set(namespace, pod);
    }
    const [name, pod] = [...open].sort(([a], [b]) => (a < b ? -1 : 1))[0] ?? [];
    if (pod === undefined) return;
    const clusters = visible.reduce((sum, { ports }) => sum + ports.length, 0);
    const others = open.size === 1 ? "" : ` and ${String(open.size - 1)} more`;
    find({
      outcome: "fail",
      origin: pod.object.origin(["metadata", "namespace"]),
      message: `every sidecar of namespace ${String(name)}${others} is told of ${String(visible.length)} hosts, which are ${String(clusters)} clusters, and of each change of their endpoints`,
      fix: "add a Sidecar to each namespace, or one to the root namespace, with the hosts that are called; or set exportTo, or discoverySelectors of MeshConfig",
    });
  },
};

/** Namespaces of which a Sidecar holds for all workloads. */
function scopedNamespaces(graph: ObjectGraph): ReadonlySet<string> {
  const whole = objectsOf(graph, sidecarType).filter(
    (each) => Object.keys(sidecarSpec(each)?.workloadSelector?.labels ?? {}).length === 0,
  );
  return new Set(whole.map(({ namespace }) => namespace));
}

/** Whether a Sidecar with a selector holds for a pod, and names what it hears of. */
function hasOwnSidecar(graph: ObjectGraph, { namespace, labels }: VirtualPod): boolean {
  return objectsOf(graph, sidecarType).some((each) => {
    const { workloadSelector, egress = [] } = sidecarSpec(each) ?? {};
    const wanted = workloadSelector?.labels ?? {};
    if (each.namespace !== namespace || Object.keys(wanted).length === 0) return false;
    return egress.length > 0 && selects(wanted, labels);
  });
}

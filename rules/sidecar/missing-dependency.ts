import type { ServiceNode } from "../../graph/graph.ts";
import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { hasObjects, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { selects } from "../../graph/query.ts";
import { importsHost } from "../change/imports-host.ts";
import type { Rule } from "../rule.ts";

/** The Sidecar of a caller imports the host of every call that is declared. */
export const missingDependency: Rule = {
  id: "sidecar/missing-dependency",
  code: "HED4674",
  severity: "error",
  summary: "a Sidecar imports the hosts that its workloads call",
  covers: [],
  reads: ["objects", "services", "calls"],
  needs: [],
  check(graph, find) {
    if (!hasObjects(graph, sidecarType)) return;
    const services = new Map(graph.services.map((each) => [each.id, each]));
    for (const { from, to } of graph.calls) {
      const [caller, callee] = [services.get(from), services.get(to)];
      if (caller === undefined || callee === undefined) continue;
      const sidecar = importsHost(graph, caller, callee);
      if (sidecar === undefined) continue;
      const open = sidecar.unresolved.some(([first]) => first !== "metadata");
      find({
        outcome: open || hasNarrower(graph, caller, sidecar) ? "unknown" : "fail",
        origin: sidecar.origin(["spec", "egress"]),
        message: `${from} calls ${callee.host}, which this does not import`,
        fix: `add ${callee.namespace}/${callee.host} to the hosts`,
      });
    }
  },
};

/** Whether a Sidecar for chosen workloads may hold for some of the caller's instead: by a label its Service ignores. */
function hasNarrower(
  graph: ObjectGraph,
  { namespace, selector = {} }: ServiceNode,
  found: KubernetesObject,
): boolean {
  return objectsOf(graph, sidecarType).some((each) => {
    const labels = sidecarSpec(each)?.workloadSelector?.labels;
    if (each === found || each.namespace !== namespace || labels === undefined) return false;
    // It contradicts the selector where both ask for one label with different values.
    return Object.keys(selector).every(
      (key) => !Object.hasOwn(labels, key) || selects({ [key]: selector[key] ?? "" }, labels),
    );
  });
}

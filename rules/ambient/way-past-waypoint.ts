import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { selects } from "../../graph/query.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import { networkPoliciesOf } from "../workloads/network-policies.ts";
import { ambientHost, ambientHosts } from "./ambient-hosts.ts";

/** What a waypoint checks cannot be gone round by calling the pods themselves. */
export const wayPastWaypoint: Rule = {
  id: "ambient/way-past-waypoint",
  code: "HED4809",
  severity: "info",
  summary: "pods behind a waypoint with access rules take requests of the waypoint only",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (ambientHosts(graph).size === 0) return;
    for (const object of settledObjects(graph, authorizationPolicyType, find)) {
      const { targetRef, targetRefs = [] } = authorizationPolicySpec(object) ?? {};
      const targets = targetRef === undefined ? targetRefs : [targetRef];
      for (const [index, { kind, name = "" }] of targets.entries()) {
        const known = kind === "Service" ? ambientHost(graph, name, object.namespace) : undefined;
        if (known?.waypoint === undefined) continue;
        const { selector = {} } = known.service ?? {};
        const pods = podsSelectedBy(graph, known.namespace, selector);
        const open = pods.find((each) => !isGuarded(graph, each));
        if (Object.keys(selector).length === 0 || open === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(
            targetRef === undefined ? ["spec", "targetRefs", index] : ["spec", "targetRef"],
          ),
          message: `who calls the pods of ${name} by their address, or from outside the mesh, passes by the waypoint and this policy`,
          fix: `add an AuthorizationPolicy with a selector for ${open.object.kind} ${open.name} that lets in the identity of the waypoint only: principals: ["<trust domain>/ns/${known.waypoint.namespace}/sa/${known.waypoint.name}"]`,
        });
      }
    }
  },
};

/** Whether ztunnel or the network lets in some callers only. */
function isGuarded(graph: ObjectGraph, pod: VirtualPod): boolean {
  const { here, everywhere } = allowing(graph);
  const own = [...(here.get(pod.namespace) ?? []), ...everywhere];
  return (
    own.some((labels) => selects(labels, pod.labels)) ||
    networkPoliciesOf(graph, pod, "Ingress") !== undefined
  );
}

type Selectors = readonly Readonly<Record<string, string>>[];

/** Selectors of the policies that ztunnel enforces and that let in some only, by namespace. */
const allowing = perGraph((graph) => {
  const found = objectsOf(graph, authorizationPolicyType).flatMap((object) => {
    const {
      action = "ALLOW",
      targetRef,
      targetRefs = [],
      selector,
    } = authorizationPolicySpec(object) ?? {};
    if (action !== "ALLOW" || targetRef !== undefined || targetRefs.length > 0) return [];
    return [{ namespace: object.namespace, labels: selector?.matchLabels ?? {} }];
  });
  const root = rootNamespace(graph);
  const groups = Map.groupBy(found, ({ namespace }) => namespace);
  const here = new Map<string, Selectors>(
    [...groups].map(([name, group]) => [name, group.map(({ labels }) => labels)]),
  );
  return { here, everywhere: here.get(root) ?? [] };
});

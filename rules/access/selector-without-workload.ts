import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { nothingSelected, printLabels, scopeOfPolicy } from "./selector-target.ts";
import { settledObjects } from "./settled-objects.ts";

/**
 * Every AuthorizationPolicy holds for at least one workload of the mesh. One that selects nothing protects nothing,
 * and looks as if it did.
 */
export const selectorWithoutWorkload: Rule = {
  id: "access/selector-without-workload",
  code: "HED4401",
  severity: "warning",
  summary: "an access rule holds for at least one workload of the mesh",
  covers: ["IST0127", "KIA0004"],
  reads: ["objects", "workloads"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, authorizationPolicyType, find)) {
      const spec = authorizationPolicySpec(object);
      // What a reference names is found by its name.
      if (spec === undefined || spec.targetRef !== undefined) continue;
      if ((spec.targetRefs ?? []).length > 0) continue;
      const { namespace } = object;
      const { selector } = spec;
      const scope = scopeOfPolicy(graph, namespace);
      if (selector === undefined && scope === undefined) continue;
      const matchLabels = selector?.matchLabels ?? {};
      const selection = { labels: matchLabels, namespace: scope, accepts: isProtected };
      const outcome = nothingSelected(graph, selection);
      if (outcome === undefined) continue;
      const labels = printLabels(matchLabels);
      find({
        outcome,
        origin: object.origin(selector === undefined ? ["spec"] : ["spec", "selector"]),
        message:
          labels === ""
            ? `no workload of the mesh is in namespace ${namespace}`
            : `no workload of the mesh has the labels ${labels}`,
        fix: "correct the namespace or the labels, or bring the workload into the mesh",
        absent: ["workload"],
      });
    }
  },
};

/** Proxies enforce policies, ztunnel does so for ambient pods. Where nothing is known of the namespace, it may be. */
function isProtected(pod: VirtualPod): boolean {
  const redirected = pod.annotations["ambient.istio.io/redirection"] === "enabled";
  return redirected || pod.mode !== "none";
}

import { backendTlsPolicySpec, backendTlsPolicyType } from "../../graph/kinds/gateway-api.ts";
import { isSameObject } from "../../graph/objects/is-same-object.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** One BackendTLSPolicy says how the gateway calls a backend. Of several, the oldest counts. */
export const policyConflict: Rule = {
  id: "gateway-api/policy-conflict",
  code: "HED4671",
  severity: "warning",
  summary: "one BackendTLSPolicy is for a port of a backend",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const targets = new Map<
      string,
      { readonly object: KubernetesObject; readonly index: number }[]
    >();
    for (const object of objectsOf(graph, backendTlsPolicyType)) {
      for (const [index, each] of (backendTlsPolicySpec(object)?.targetRefs ?? []).entries()) {
        const { kind = "", name = "", sectionName = "" } = each;
        const key = `${kind} ${object.namespace}/${name} ${sectionName}`.trim();
        const there = targets.get(key) ?? [];
        targets.set(key, there);
        there.push({ object, index });
      }
    }
    for (const [key, policies] of targets) {
      for (const { object, index } of policies) {
        const other = policies.find((each) => !isSameObject(each.object, object));
        if (other === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "targetRefs", index]),
          message: `is for ${key}, and so is BackendTLSPolicy ${other.object.name}; only the oldest counts`,
          fix: "make one BackendTLSPolicy of them",
        });
      }
    }
  },
};

import type { RuleDoc } from "../rule.ts";

/** Text and examples of `objects/mesh-config`. */
export const meshConfigRuleDoc: RuleDoc = {
  what: "The values of MeshConfig are ones that Istio takes: words, ports, durations, names, and one kind for each extension provider.",
  why: "istiod does not start with such a configuration, or keeps the one that it had, and nobody notices that a setting of the whole mesh is not in force.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "outboundTrafficPolicy: { mode: REGISTRY-ONLY }" }
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "outboundTrafficPolicy: { mode: REGISTRY_ONLY }" }
`,
};

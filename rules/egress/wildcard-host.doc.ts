import type { RuleDoc } from "../rule.ts";

/** Text and examples of `egress/wildcard-host`. */
export const wildcardHostDoc: RuleDoc = {
  inventory: ["egress-wildcard"],
  what: "No ServiceEntry for hosts outside names `*` or a whole top-level domain (`*.com`).",
  why: "Anybody can register a name there. Such an entry makes REGISTRY_ONLY meaningless, as a way out for data too.",
  fails: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: bank, namespace: shop }
spec:
  hosts: ["*.com"]
  location: MESH_EXTERNAL
  resolution: NONE
  ports: [{ number: 443, name: https, protocol: HTTPS }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: bank, namespace: shop }
spec:
  hosts: ["*.bank.example"]
  location: MESH_EXTERNAL
  resolution: NONE
  ports: [{ number: 443, name: https, protocol: HTTPS }]
`,
};

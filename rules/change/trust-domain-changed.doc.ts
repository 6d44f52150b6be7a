import type { ChangeRuleDoc } from "../rule.ts";

const mesh = (config: string): string => `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "${config}" }
`;

/** Text and examples of `change/trust-domain-changed`. */
export const trustDomainChangedDoc: ChangeRuleDoc = {
  inventory: ["trust-domain-change"],
  what: "When the trust domain of MeshConfig or of a mesh of Heddle changes, the old one is among the `trustDomainAliases` of the new state.",
  why: "The trust domain begins every identity. Rules that name principals match nothing any more, and workloads that still have a certificate of the old domain are refused by those with the new one.",
  fails: { before: mesh("trustDomain: old.example"), after: mesh("trustDomain: new.example") },
  passes: {
    before: mesh("trustDomain: old.example"),
    after: mesh("{ trustDomain: new.example, trustDomainAliases: [old.example] }"),
  },
};

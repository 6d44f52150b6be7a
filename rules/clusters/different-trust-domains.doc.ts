import type { RuleDoc } from "../rule.ts";

const cluster = (name: string, domain: string) => `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: { name: ${name}, namespace: istio-system }
spec:
  meshConfig: { trustDomain: ${domain} }
  values:
    global: { meshID: shop, network: ${name}-network, multiCluster: { clusterName: ${name} } }
`;

/** Text and examples of `clusters/different-trust-domains`. */
export const differentTrustDomainsDoc: RuleDoc = {
  inventory: ["mc-trust-roots-differ"],
  what: "Installations of the input with the same mesh id (an IstioOperator, an Istio of the Sail operator, or several ConfigMaps `istio`) have the same trust domain, or `trustDomainAliases` with the other one.",
  why: "The identity of a caller begins with its trust domain. A rule that allows `cluster.local/ns/shop/sa/web` refuses the same workload from a cluster with another one.",
  fails: `${cluster("east", "shop.example")}---\n${cluster("west", "west.example")}`,
  passes: `${cluster("east", "shop.example")}---\n${cluster("west", "shop.example")}`,
};

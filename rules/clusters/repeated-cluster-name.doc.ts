import type { RuleDoc } from "../rule.ts";

const cluster = (name: string, said: string) => `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: { name: ${name}, namespace: istio-system }
spec:
  values:
    global: { meshID: shop, network: ${name}-network, multiCluster: { clusterName: ${said} } }
`;

/** Text and examples of `clusters/repeated-cluster-name`. */
export const repeatedClusterNameDoc: RuleDoc = {
  inventory: ["mc-links"],
  what: "No two installations of the input with the same mesh id have the same `values.global.multiCluster.clusterName`.",
  why: "Endpoints, remote secrets and networks are known by the name of their cluster. With one name for two, those of one overwrite those of the other.",
  fails: `${cluster("east", "main")}---\n${cluster("west", "main")}`,
  passes: `${cluster("east", "east")}---\n${cluster("west", "west")}`,
};

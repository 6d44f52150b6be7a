/** The cluster that the user means: one of their own, or a local bench. */
export type ClusterChoice =
  { readonly kind: "external"; readonly kubeconfig: string } | { readonly kind: "bench" };

/** The user's own cluster where `KUBECONFIG` is set and not empty, else a bench. */
export function clusterFromEnvironment(
  environment: NodeJS.ProcessEnv = process.env,
): ClusterChoice {
  const kubeconfig = environment["KUBECONFIG"];
  return kubeconfig ? { kind: "external", kubeconfig } : { kind: "bench" };
}

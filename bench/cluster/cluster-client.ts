import { CoreV1Api, Health, KubeConfig, type V1Pod } from "@kubernetes/client-node";

/** The cluster behind a kubeconfig file. */
export function loadCluster(kubeconfig: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  return config;
}

/** Whether the API server says that it is ready. */
export function isApiReady(cluster: KubeConfig): Promise<boolean> {
  return new Health(cluster).readyz({ timeout: 2_000 });
}

/** Whether the node is there and ready for pods. */
export async function isNodeReady(cluster: KubeConfig, node: string): Promise<boolean> {
  const { status } = await cluster.makeApiClient(CoreV1Api).readNode({ name: node });
  return hasCondition(status?.conditions, "Ready");
}

/** Every pod of every namespace. */
export async function listPods(cluster: KubeConfig): Promise<readonly V1Pod[]> {
  const { items } = await cluster.makeApiClient(CoreV1Api).listPodForAllNamespaces();
  return items;
}

/** Whether a condition is true in the status of an object. */
export function hasCondition(
  conditions: readonly { type: string; status: string }[] | undefined,
  type: string,
): boolean {
  return conditions?.some((entry) => entry.type === type && entry.status === "True") ?? false;
}

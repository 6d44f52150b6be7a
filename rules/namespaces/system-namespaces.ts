/** Namespaces of Kubernetes itself: Istio neither injects nor analyses what is there. */
const system: ReadonlySet<string> = new Set([
  "kube-system",
  "kube-public",
  "kube-node-lease",
  "local-path-storage",
]);

/** Whether a namespace belongs to Kubernetes. */
export function isSystemNamespace(name: string): boolean {
  return system.has(name);
}

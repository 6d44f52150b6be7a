/** Kinds that live in no namespace, as `group/Kind`. */
const clusterScoped: ReadonlySet<string> = new Set([
  "/Namespace",
  "/Node",
  "/PersistentVolume",
  "admissionregistration.k8s.io/MutatingWebhookConfiguration",
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
  "apiextensions.k8s.io/CustomResourceDefinition",
  "apiregistration.k8s.io/APIService",
  "envoyproxy.io/Bootstrap",
  "gateway.networking.k8s.io/GatewayClass",
  "mesh.istio.io/MeshConfig",
  "networking.k8s.io/IngressClass",
  "rbac.authorization.k8s.io/ClusterRole",
  "rbac.authorization.k8s.io/ClusterRoleBinding",
  "scheduling.k8s.io/PriorityClass",
  "storage.k8s.io/StorageClass",
  "version.kubernetes.io/ServerVersion",
]);

/** Whether objects of this type live in no namespace. */
export function isClusterScoped(type: string): boolean {
  return clusterScoped.has(type);
}

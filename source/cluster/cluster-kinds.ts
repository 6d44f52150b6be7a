/** Kinds of the groups that hold more than concerns a mesh; other kinds of them are not read. */
const chosen: Readonly<Record<string, readonly string[]>> = {
  "": ["namespaces", "services", "pods", "serviceaccounts", "secrets", "configmaps", "nodes"],
  apps: ["deployments", "statefulsets", "daemonsets", "replicasets"],
  batch: ["jobs", "cronjobs"],
  autoscaling: ["horizontalpodautoscalers"],
  policy: ["poddisruptionbudgets"],
  "networking.k8s.io": ["ingresses", "ingressclasses", "networkpolicies"],
  "apiextensions.k8s.io": ["customresourcedefinitions"],
  "rbac.authorization.k8s.io": ["clusterroles", "clusterrolebindings", "roles", "rolebindings"],
  "admissionregistration.k8s.io": [
    "mutatingwebhookconfigurations",
    "validatingwebhookconfigurations",
  ],
  "argoproj.io": ["rollouts"],
};

/** Groups that are read whole. */
const whole: readonly RegExp[] = [
  /(?:^|\.)istio\.io$/,
  /^gateway\.networking\.k8s\.io$/,
  /^gateway\.networking\.x-k8s\.io$/,
  /^cert-manager\.io$/,
  /^sailoperator\.io$/,
];

/** Whether objects of a group are read at all. */
export function isGroupRead(group: string): boolean {
  return Object.hasOwn(chosen, group) || whole.some((pattern) => pattern.test(group));
}

/** Whether objects of a resource (`virtualservices`) of such a group are read. */
export function isResourceRead(group: string, resource: string): boolean {
  return chosen[group]?.includes(resource) ?? true;
}

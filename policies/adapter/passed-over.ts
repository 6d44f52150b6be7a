/** Resources of the Kubernetes provider that are no objects of a cluster: what expands to objects, as `group`. */
const expanded: ReadonlySet<string> = new Set(["helm.sh", "kustomize", "yaml"]);

/** `…Patch` changes an object that somebody else made, `…List` is several; the provider has both for every kind. */
const notOneObject = /(?:Patch|List)$/;

/** API versions of which no rule looks at any kind. An older version of them is a fault, and is kept. */
const unreadVersions: ReadonlySet<string> = new Set([
  "authentication.k8s.io/v1",
  "authorization.k8s.io/v1",
  "certificates.k8s.io/v1",
  "coordination.k8s.io/v1",
  "discovery.k8s.io/v1",
  "events.k8s.io/v1",
  "flowcontrol.apiserver.k8s.io/v1",
  "node.k8s.io/v1",
  "scheduling.k8s.io/v1",
  "storage.k8s.io/v1",
]);

/** Kinds that no rule looks at, as `apiVersion/Kind`. */
const unreadKinds: ReadonlySet<string> = new Set([
  "v1/ComponentStatus",
  "v1/Endpoints",
  "v1/Event",
  "v1/LimitRange",
  "v1/PersistentVolume",
  "v1/PersistentVolumeClaim",
  "v1/PodTemplate",
  "v1/ReplicationController",
  "v1/ResourceQuota",
  "apps/v1/ControllerRevision",
  "rbac.authorization.k8s.io/v1/Role",
  "rbac.authorization.k8s.io/v1/RoleBinding",
]);

/**
 * Whether the gate leaves a resource out because no rule looks at its kind. Everything else is kept: a kind that is
 * not known here may be read by a rule.
 */
export function isPassedOver(apiVersion: string, kind: string): boolean {
  const [group = ""] = apiVersion.split("/");
  // What its chart brings is not in the stack, and where it goes says what may be there all the same.
  if (group === "helm.sh" && kind === "Release") return false;
  return (
    expanded.has(group) ||
    notOneObject.test(kind) ||
    unreadVersions.has(apiVersion) ||
    unreadKinds.has(`${apiVersion}/${kind}`)
  );
}

import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { Rule } from "../rule.ts";

/** Versions that no supported Kubernetes serves, as `group/version`, with the one that is served. */
const removed: Readonly<Record<string, string>> = {
  "admissionregistration.k8s.io/v1beta1": "admissionregistration.k8s.io/v1",
  "apiextensions.k8s.io/v1beta1": "apiextensions.k8s.io/v1",
  "apps/v1beta1": "apps/v1",
  "apps/v1beta2": "apps/v1",
  "autoscaling/v2beta1": "autoscaling/v2",
  "autoscaling/v2beta2": "autoscaling/v2",
  "batch/v1beta1": "batch/v1",
  "extensions/v1beta1": "apps/v1 or networking.k8s.io/v1",
  "networking.k8s.io/v1beta1": "networking.k8s.io/v1",
  "policy/v1beta1": "policy/v1",
  "rbac.authorization.k8s.io/v1beta1": "rbac.authorization.k8s.io/v1",
};

/** The versions alone: most objects have another one. */
const removedVersions: ReadonlySet<string> = new Set(
  Object.keys(removed).map((each) => each.slice(each.indexOf("/") + 1)),
);

/** Kinds that came back in a beta version after the first ones had gone. */
const returned: ReadonlySet<string> = new Set([
  "IPAddress",
  "MutatingAdmissionPolicy",
  "MutatingAdmissionPolicyBinding",
  "ServiceCIDR",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
]);

/** Kinds whose objects read the same in the version that is served. */
const unchanged: Readonly<Record<string, readonly string[]>> = {
  "apps/v1beta2": ["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
  "autoscaling/v2beta2": ["HorizontalPodAutoscaler"],
  "batch/v1beta1": ["CronJob"],
  "networking.k8s.io/v1beta1": ["IngressClass"],
  "policy/v1beta1": ["PodDisruptionBudget"],
  "rbac.authorization.k8s.io/v1beta1": ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
};

/** Kinds that had a selector of their own where none, or an empty one, was written: the newer version has none. */
const selecting: ReadonlySet<string> = new Set(["apps", "policy"]);

function isUnchanged(apiVersion: string, { group, kind, raw }: KubernetesObject): boolean {
  if (unchanged[apiVersion]?.includes(kind) !== true) return false;
  const { selector } = (raw["spec"] ?? {}) as { readonly selector?: object };
  return !selecting.has(group) || Object.values(selector ?? {}).some(Boolean);
}

/** No object is written in an API version that Kubernetes no longer serves. */
export const removedApiVersion: Rule = {
  id: "objects/removed-api-version",
  code: "HED4102",
  severity: "warning",
  summary: "no object is in an API version that Kubernetes no longer serves",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of graph.objects) {
      if (!removedVersions.has(object.version)) continue;
      const apiVersion = `${object.group}/${object.version}`;
      const served = Object.hasOwn(removed, apiVersion) ? removed[apiVersion] : undefined;
      if (served === undefined || returned.has(object.kind)) continue;
      find({
        outcome: "fail",
        origin: object.origin(["apiVersion"]),
        message: `the kind ${object.kind} of ${apiVersion} is not served by Kubernetes 1.26 and later`,
        fix: `write apiVersion: ${served}, and check the fields that changed`,
        ...(isUnchanged(apiVersion, object)
          ? { edits: [{ kind: "set", path: ["apiVersion"], value: served }] }
          : {}),
      });
    }
  },
};

import type { RuleDoc } from "../rule.ts";

const role = (resource: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: mesh-editor
  labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" }
rules:
  - apiGroups: [networking.istio.io]
    resources: [virtualservices, ${resource}]
    verbs: [get, list, watch, create, update, patch, delete]
`;

/** Text and examples of `access/open-role`. */
export const openRoleDoc: RuleDoc = {
  inventory: ["mesh-rbac-open"],
  what: "No ClusterRole that lets people write EnvoyFilters, WasmPlugins or Gateways is added to the roles `edit` or `admin` of Kubernetes, or bound to every user or every service account.",
  why: "An EnvoyFilter changes anything in a proxy, a WasmPlugin sees every request, and a Gateway takes over the hosts of a shared ingress. Whoever may write them in one namespace has the mesh.",
  fails: role("envoyfilters"),
  passes: role("sidecars"),
};

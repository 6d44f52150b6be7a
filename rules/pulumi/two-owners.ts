import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { isClusterScoped } from "../../graph/objects/cluster-scoped.ts";
import type { Rule } from "../rule.ts";

/** An object of a stack is only that of one resource, and of no other tool. */
export const twoOwners: Rule = {
  id: "pulumi/two-owners",
  code: "HED4865",
  severity: "error",
  summary: "an object of a stack belongs to one resource and to no other tool",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const seen = new Map<string, string>();
    for (const object of graph.objects) {
      if (object.stack === undefined) continue;
      const key = keyOf(object);
      const other = key === undefined ? undefined : seen.get(key);
      const tool = toolOf(object);
      if (key !== undefined) seen.set(key, object.stack.urn);
      if (other !== undefined) {
        find({
          outcome: "fail",
          origin: object.origin(["metadata"]),
          message: `is the object of a second resource too: ${other}`,
          fix: "keep one of them: each deployment of one undoes the other, and its deletion deletes both",
        });
      }
      if (tool !== undefined) {
        find({
          outcome: "fail",
          origin: object.origin(["metadata"]),
          message: `is managed by Pulumi and by ${tool}: each undoes what the other does`,
          fix: "let one of them manage it",
        });
      }
    }
  },
};

/** Undefined where the name is not known yet. Another provider is another cluster. */
function keyOf({ type, namespace, name, stack, unresolved }: KubernetesObject) {
  if (unresolved.some(([first]) => first === "metadata")) return undefined;
  const place = isClusterScoped(type) ? name : `${namespace}/${name}`;
  return `${type} ${place} ${stack?.provider ?? ""}`;
}

const marks: readonly (readonly [key: string, tool: string])[] = [
  ["argocd.argoproj.io/tracking-id", "Argo CD"],
  ["argocd.argoproj.io/instance", "Argo CD"],
  ["kustomize.toolkit.fluxcd.io/name", "Flux"],
  ["helm.toolkit.fluxcd.io/name", "Flux"],
  ["meta.helm.sh/release-name", "Helm"],
];

function toolOf({ labels, annotations }: KubernetesObject): string | undefined {
  return marks.find(([key]) => key in labels || key in annotations)?.[1];
}

import type { Path } from "../../diagnostics/index.ts";
import { podTemplate, type PodTemplate } from "../kinds/pod-spec.ts";
import { withoutNulls } from "../kinds/without-nulls.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { perObject } from "./per-object.ts";

const inSpec = ["spec", "template"] as const;

/** Where the pod is written, by type of object. */
export const templatePaths: ReadonlyMap<string, Path> = new Map<string, Path>([
  ["apps/Deployment", inSpec],
  ["apps/StatefulSet", inSpec],
  ["apps/DaemonSet", inSpec],
  ["apps/ReplicaSet", inSpec],
  ["batch/Job", inSpec],
  ["batch/CronJob", ["spec", "jobTemplate", "spec", "template"]],
  ["argoproj.io/Rollout", inSpec],
  ["/Pod", []],
]);

/** The pod or the template of an object; undefined where it has none, or one that does not have the form of it. */
export const readTemplate: (object: KubernetesObject) => PodTemplate | undefined = perObject(
  (object) => podTemplate.safeParse(withoutNulls(partAt(object))).data,
);

/** Why a template cannot be read: each value that is not of its type, by its path in the object. */
export function templateIssues(
  object: KubernetesObject,
): readonly { readonly path: Path; readonly message: string }[] {
  if (readTemplate(object) !== undefined) return [];
  const part = partAt(object);
  if (part === undefined || part === null) return [];
  const start = templatePaths.get(object.type) ?? [];
  const issues = podTemplate.safeParse(withoutNulls(part)).error?.issues ?? [];
  return issues.map(({ path, message }) => ({
    path: [...start, ...path.map((step) => (typeof step === "number" ? step : String(step)))],
    message: message.replace("Invalid input: ", ""),
  }));
}

function partAt({ type, raw }: KubernetesObject): unknown {
  const path = templatePaths.get(type);
  let part: unknown = path === undefined ? undefined : raw;
  for (const step of path ?? []) {
    part = typeof part === "object" && part !== null ? Reflect.get(part, step) : undefined;
  }
  return part;
}

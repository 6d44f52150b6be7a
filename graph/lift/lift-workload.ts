import { z } from "zod";
import { fieldsOf, mapOf } from "../../model/schema/as-written.ts";
import { defineLifter, type LiftContext } from "./lifter.ts";

const labels = mapOf(z.string().optional()).nullish();
const pod = fieldsOf({
  metadata: fieldsOf({ labels, annotations: labels }).nullish(),
  spec: fieldsOf({
    serviceAccountName: z.string().optional(),
    hostNetwork: z.boolean().optional(),
  }).nullish(),
});

/** Deployments and their like: one virtual pod, as the template will create it. */
export const liftPodTemplate = defineLifter({
  kinds: ["apps/Deployment", "apps/StatefulSet", "apps/DaemonSet"],
  places: [{ path: ["spec", "template", "metadata", "labels"], fact: "workload", missing: true }],
  schema: fieldsOf({
    kind: z.string(),
    spec: fieldsOf({ replicas: z.number().nullish(), template: pod.optional() }).optional(),
  }),
  lift({ spec }, context) {
    const replicas = context.isUnresolved(["spec", "replicas"]) ? undefined : (spec?.replicas ?? 1);
    addWorkload(spec?.template, replicas, ["spec", "template", "metadata", "labels"], context);
  },
});

/** A pod that nobody makes from a template. */
export const liftPod = defineLifter({
  kinds: ["/Pod"],
  places: [{ path: ["metadata", "labels"], fact: "workload", missing: true }],
  schema: pod,
  lift(object, context) {
    addWorkload(object, 1, ["metadata", "labels"], context);
  },
});

function addWorkload(
  template: z.output<typeof pod> | undefined,
  replicas: number | undefined,
  labelsPath: readonly string[],
  context: LiftContext,
): void {
  if (context.isUnresolved(labelsPath)) return;
  const podLabels = Object.entries(template?.metadata?.labels ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  const inMesh = injectionOf(template);
  context.add("workloads", {
    name: context.name,
    namespace: context.namespace,
    labels: Object.fromEntries(podLabels),
    ...(replicas === undefined ? {} : { replicas }),
    serviceAccount: template?.spec?.serviceAccountName ?? "default",
    ...(inMesh === undefined ? {} : { inMesh }),
    origin: context.origin([]),
  });
}

/** What the pod itself says of injection; undefined leaves it to its namespace. */
function injectionOf(template: z.output<typeof pod> | undefined): boolean | undefined {
  if (template?.spec?.hostNetwork === true) return false;
  const key = "sidecar.istio.io/inject";
  const said = template?.metadata?.labels?.[key] ?? template?.metadata?.annotations?.[key];
  if (said === "false") return false;
  if (said === "true" || template?.metadata?.labels?.["istio.io/rev"] !== undefined) return true;
  return undefined;
}

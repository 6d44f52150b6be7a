import { z } from "zod";
import type { Json, Manifest } from "../../graph/index.ts";
import type { EdgeConfig } from "../../targets/envoy/index.ts";
import { bootstrapAnnotation, edgeContainer } from "./edge-container.ts";
import { edgeVolumes } from "./edge-volumes.ts";
import type { EdgeWorkload } from "./edge-workload.ts";

const json = z.custom<Json>();
const fields = z.record(z.string(), json);

/** What makes pods, whatever its kind: a Deployment, a StatefulSet, a DaemonSet. */
const ownerSchema = z.looseObject({
  template: z.looseObject({
    metadata: z.looseObject({ annotations: fields.default({}) }).prefault({}),
    spec: z.looseObject({
      initContainers: z.array(json).default([]),
      containers: z.array(json),
      securityContext: fields.default({}),
      volumes: z.array(json).default([]),
    }),
  }),
});

/**
 * Puts the proxy of a site into the pods of a workload: as a sidecar container, which is ready before the others start and
 * goes after them (https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/, Kubernetes 1.29). Its files
 * lie in volumes of their own; everything else of the workload stays.
 *
 * @throws Error for an object that makes no pods
 */
export function edgeSidecar(
  workload: EdgeWorkload,
  config: EdgeConfig,
): (owner: Manifest) => Manifest {
  const { volumes, mounts } = edgeVolumes(workload, config);
  const proxy = { ...edgeContainer(workload, config, mounts), restartPolicy: "Always" };
  return (owner) => {
    const parsed = ownerSchema.safeParse(owner.spec);
    if (!parsed.success) {
      throw new Error(`${owner.kind} ${owner.metadata.name} makes no pods, so no proxy fits in`);
    }
    const { template, ...rest } = parsed.data;
    const { metadata, spec } = template;
    const whole = {
      ...rest,
      template: {
        ...template,
        metadata: {
          ...metadata,
          annotations: { ...metadata.annotations, ...bootstrapAnnotation(config) },
        },
        spec: {
          ...spec,
          // Secrets are read by the group.
          securityContext: { fsGroup: 65_532, ...spec.securityContext },
          initContainers: [proxy, ...spec.initContainers],
          volumes: [...spec.volumes, ...volumes],
        },
      },
    };
    return { ...owner, spec: whole };
  };
}

import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { anything, message, text, whole } from "./fields.ts";
import { readSpec } from "./read-kind.ts";

const schema = fieldsOf({
  scaleTargetRef: message({ apiVersion: text, kind: text, name: text }),
  minReplicas: whole,
  maxReplicas: whole,
  metrics: anything,
});

export type HorizontalPodAutoscalerSpec = z.output<typeof schema>;

export const horizontalPodAutoscalerType = "autoscaling/HorizontalPodAutoscaler";
const read = readSpec(horizontalPodAutoscalerType, schema);

/** What a HorizontalPodAutoscaler says. */
export function horizontalPodAutoscalerSpec(
  object: KubernetesObject,
): HorizontalPodAutoscalerSpec | undefined {
  return read(object);
}

import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { message, messages, portRef, text, textMap, texts } from "./fields.ts";
import { readSpec } from "./read-kind.ts";

const schema = fieldsOf({
  /** A number, or a percentage as text. */
  minAvailable: portRef,
  maxUnavailable: portRef,
  selector: message({
    matchLabels: textMap,
    matchExpressions: messages({ key: text, operator: text, values: texts }),
  }),
});

export type PodDisruptionBudgetSpec = z.output<typeof schema>;

export const podDisruptionBudgetType = "policy/PodDisruptionBudget";
const read = readSpec(podDisruptionBudgetType, schema);

/** What a PodDisruptionBudget says. */
export function podDisruptionBudgetSpec(
  object: KubernetesObject,
): PodDisruptionBudgetSpec | undefined {
  return read(object);
}

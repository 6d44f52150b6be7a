import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { anything, flag, message, messages, number, text } from "./fields.ts";
import { readSpec } from "./read-kind.ts";
import { labelSelector, targetRef } from "./shared.ts";

const providers = messages({ name: text });

const schema = fieldsOf({
  selector: labelSelector,
  targetRef: message(targetRef),
  targetRefs: messages(targetRef),
  tracing: messages({
    match: message({ mode: text }),
    providers,
    randomSamplingPercentage: number,
    disableSpanReporting: flag,
    customTags: anything,
    enableIstioTags: flag,
    useRequestIdForTraceSampling: flag,
  }),
  metrics: messages({
    providers,
    overrides: messages({
      match: message({ metric: text, customMetric: text, mode: text }),
      disabled: z.union([z.boolean(), z.string()]).optional(),
      tagOverrides: anything,
    }),
    reportingInterval: text,
  }),
  accessLogging: messages({
    match: message({ mode: text }),
    providers,
    disabled: flag,
    filter: message({ expression: text }),
  }),
});

export type TelemetrySpec = z.output<typeof schema>;

export const telemetryType = "telemetry.istio.io/Telemetry";
const read = readSpec(telemetryType, schema);

/** What a Telemetry says. */
export function telemetrySpec(object: KubernetesObject): TelemetrySpec | undefined {
  return read(object);
}

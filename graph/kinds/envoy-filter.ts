import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { anything, message, messages, text, textMap, whole } from "./fields.ts";
import { readSpec } from "./read-kind.ts";
import { targetRef, workloadSelector } from "./shared.ts";
const schema = fieldsOf({
  workloadSelector,
  targetRefs: messages(targetRef),
  priority: whole,
  configPatches: messages({
    applyTo: text,
    match: message({
      context: text,
      proxy: message({ proxyVersion: text, metadata: textMap }),
      listener: message({
        filterChain: message({ filter: message({ name: text }) }),
      }),
      routeConfiguration: anything,
      cluster: anything,
      waypoint: anything,
    }),
    patch: message({ operation: text, value: anything, filterClass: text }),
  }),
});

export type EnvoyFilterSpec = z.output<typeof schema>;

export const envoyFilterType = "networking.istio.io/EnvoyFilter";
const read = readSpec(envoyFilterType, schema);

/** What an EnvoyFilter says. */
export function envoyFilterSpec(object: KubernetesObject): EnvoyFilterSpec | undefined {
  return read(object);
}

import { filterForEveryProxyDoc } from "./filter-for-every-proxy.doc.ts";
import { operationWithoutEffectDoc } from "./operation-without-effect.doc.ts";
import { relativeWithoutPriorityDoc } from "./relative-without-priority.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `envoy-filter/`, by id. */
export const envoyFilterDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["envoy-filter/filter-for-every-proxy", filterForEveryProxyDoc],
  ["envoy-filter/operation-without-effect", operationWithoutEffectDoc],
  ["envoy-filter/relative-without-priority", relativeWithoutPriorityDoc],
];

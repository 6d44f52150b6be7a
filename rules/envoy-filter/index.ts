import { filterForEveryProxy } from "./filter-for-every-proxy.ts";
import { operationWithoutEffect } from "./operation-without-effect.ts";
import { relativeWithoutPriority } from "./relative-without-priority.ts";
import type { Rule } from "../rule.ts";

/** The rules of `envoy-filter/`. */
export const envoyFilterRules: readonly Rule[] = [
  filterForEveryProxy,
  operationWithoutEffect,
  relativeWithoutPriority,
];

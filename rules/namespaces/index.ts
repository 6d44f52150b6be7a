import type { Rule } from "../rule.ts";
import { conflictingLabels } from "./conflicting-labels.ts";
import { injectedByDefault } from "./injected-by-default.ts";
import { notInjected } from "./not-injected.ts";
import { podSecurity } from "./pod-security.ts";
import { unknownRevision } from "./unknown-revision.ts";

/** The rules of `namespaces/`. */
export const namespacesRules: readonly Rule[] = [
  conflictingLabels,
  injectedByDefault,
  notInjected,
  podSecurity,
  unknownRevision,
];

import type { RuleDoc } from "../rule.ts";
import { conflictingLabelsDoc } from "./conflicting-labels.doc.ts";
import { injectedByDefaultDoc } from "./injected-by-default.doc.ts";
import { notInjectedDoc } from "./not-injected.doc.ts";
import { podSecurityDoc } from "./pod-security.doc.ts";
import { unknownRevisionDoc } from "./unknown-revision.doc.ts";

/** Text and examples of the rules of `namespaces/`, by id. */
export const namespacesDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["namespaces/conflicting-labels", conflictingLabelsDoc],
  ["namespaces/injected-by-default", injectedByDefaultDoc],
  ["namespaces/not-injected", notInjectedDoc],
  ["namespaces/pod-security", podSecurityDoc],
  ["namespaces/unknown-revision", unknownRevisionDoc],
];

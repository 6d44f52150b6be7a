import type { ChangeRuleDoc } from "../rule.ts";
import { newRoot, oldRoot } from "./example-certificates.ts";

const authority = (signer: string, ...roots: readonly string[]): string => `apiVersion: v1
kind: Secret
metadata: { name: cacerts, namespace: istio-system }
stringData:
  ca-cert.pem: |
${indent(signer)}
  root-cert.pem: |
${indent(roots.join(""))}
`;

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, "    ");
}

/** Text and examples of `change/authority-swapped`. */
export const authoritySwappedDoc: ChangeRuleDoc = {
  inventory: ["ca-rotation-no-overlap"],
  what: "In the Secret `cacerts` of the root namespace, what signs (`ca-cert.pem`) is under a root that `root-cert.pem` of the state before holds already, and what signed before is under a root that `root-cert.pem` holds still. So a root changes in three steps: trust both, sign with the new one, trust the new one alone.",
  why: "Proxies get new roots and new certificates one after the other. In between, those of the old root and those of the new one refuse each other, and the whole mesh is down until the last one has both.",
  fails: { before: authority(oldRoot, oldRoot), after: authority(newRoot, newRoot) },
  passes: { before: authority(oldRoot, oldRoot), after: authority(oldRoot, oldRoot, newRoot) },
};

import type { RuleDoc } from "../rule.ts";

/** Text and examples of `objects/refused-metadata`. */
export const refusedMetadataDoc: RuleDoc = {
  what: "The name of an object is one of lower-case letters, digits, `-` and `.`, and its labels and annotations are text; values of labels have at most 63 characters, of letters, digits, `-`, `_` and `.`.",
  why: "The API server refuses the object. The usual reason is a value without quotes: `sidecar.istio.io/inject: true`.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop, labels: { release: 1.2 } }
spec: { host: cart }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop, labels: { release: "1.2" } }
spec: { host: cart }
`,
};

import type { RuleDoc } from "../rule.ts";

/** Text and examples of `objects/unknown-kind`. */
export const unknownKindDoc: RuleDoc = {
  what: "Every object in a group of Istio (`networking.istio.io`, `security.istio.io`, `telemetry.istio.io`, `extensions.istio.io`) is of a kind that the group has, and of a version that Istio 1.31 serves. A kind whose CustomResourceDefinition is given too is left alone.",
  why: "The API server refuses the object. Until then every tool passes over it without a word: with a slip in its name an access rule looks as if it were checked. `EnvoyFilter` has no `v1`, and `Telemetry` no `v1beta1`.",
  fails: `apiVersion: networking.istio.io/v1
kind: EnvoyFilter
metadata: { name: cart, namespace: shop }
spec: { configPatches: [] }
`,
  passes: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: cart, namespace: shop }
spec: { configPatches: [] }
`,
};

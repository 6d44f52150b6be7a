import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/wrong-type`. */
export const wrongTypeDoc: RuleDoc = {
  what: "Every field of an object of Istio holds a value of its type: text, a number in its range, a duration with a unit, one of the names of an enum. What was already reported when the object was read (HED2010) is not reported again.",
  why: "Kubernetes refuses the object; `istioctl analyze` passes over it without a finding, so that its other faults stay hidden.",
  fails: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  accessLogging:
    - disabled: "yes"
`,
  passes: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  accessLogging:
    - disabled: true
`,
};

import type { RuleDoc } from "../rule.ts";

const tracing = (header: string) => `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: default, namespace: istio-system }
spec:
  tracing:
    - randomSamplingPercentage: 1
      customTags:
        caller: { header: { name: ${header} } }
`;

/** Text and examples of `telemetry/private-header-as-tag`. */
export const privateHeaderAsTagDoc: RuleDoc = {
  inventory: ["telemetry-sampling"],
  what: "No custom tag of a Telemetry is filled from a header that holds a secret or says who somebody is, as its name tells: `authorization`, cookies, tokens, keys, sessions, addresses of mail.",
  why: "Traces are kept for weeks, in a system that many may read, and often in another company. A token in a tag is good until it expires, for everybody who finds it.",
  fails: tracing("authorization"),
  passes: tracing("x-client-version"),
};

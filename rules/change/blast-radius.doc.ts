import type { ChangeRuleDoc } from "../rule.ts";

const workloads = Array.from({ length: 11 }, (_, index) => {
  const name = `web-${String(index)}`;
  return `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: ${name}, namespace: shop }, spec: { template: { metadata: { labels: { app: ${name} } } } } }
---
`;
}).join("");
const filter = (selector: string): string => `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: limits, namespace: istio-system }
spec: { ${selector}configPatches: [] }
`;

/** Text and examples of `change/blast-radius`. */
export const blastRadiusDoc: ChangeRuleDoc = {
  inventory: ["blast-radius"],
  what: "An object for workloads (policies, Sidecar, EnvoyFilter, Telemetry, extensions) that is new, gone or different and selects none is for all of its namespace, or in the root namespace for all of the mesh. That is at most 10 workloads.",
  why: "What is wrong with it is wrong everywhere in the same second. A change that was tried on one workload shows there what it does to all.",
  fails: { before: workloads, after: workloads + filter("") },
  passes: {
    before: workloads,
    after: workloads + filter("workloadSelector: { labels: { app: web-0 } }, "),
  },
};

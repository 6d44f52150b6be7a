import type { RuleDoc } from "../rule.ts";

/** Text and examples of `workloads/job-never-ends`. */
export const jobNeverEndsDoc: RuleDoc = {
  inventory: ["job-never-ends"],
  what: "A Job or CronJob in the mesh does not switch native sidecars off, unless its command ends the proxy.",
  why: "A pod completes when all of its containers have ended, and a proxy that is a usual container never does. The job hangs, and a CronJob piles up pods.",
  fails: `apiVersion: batch/v1
kind: Job
metadata: { name: report, namespace: shop }
spec:
  template:
    metadata:
      labels: { sidecar.istio.io/inject: "true" }
      annotations: { sidecar.istio.io/nativeSidecar: "false" }
    spec: { containers: [{ name: report, image: report }] }
`,
  passes: `apiVersion: batch/v1
kind: Job
metadata: { name: report, namespace: shop }
spec:
  template:
    metadata:
      labels: { sidecar.istio.io/inject: "true" }
    spec: { containers: [{ name: report, image: report }] }
`,
};

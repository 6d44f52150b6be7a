import type { RuleDoc } from "../rule.ts";

const reports = (grace: number) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: reports, namespace: shop }
spec:
  template:
    metadata:
      labels: { app: reports, sidecar.istio.io/inject: "true" }
      annotations: { proxy.istio.io/config: "terminationDrainDuration: 60s" }
    spec:
      terminationGracePeriodSeconds: ${String(grace)}
      containers: [{ name: app, image: "reports:1" }]
`;

/** Text and examples of `resilience/drain-longer-than-grace`. */
export const drainLongerThanGraceDoc: RuleDoc = {
  inventory: ["drain-vs-grace"],
  what: "`terminationDrainDuration` of the proxy, where a workload or MeshConfig states it, is shorter than `terminationGracePeriodSeconds` of the pod, 30 s where nothing is said.",
  why: "Kubernetes kills the proxy while it still lets requests end: the longer drain that somebody asked for never happens, and every rollout cuts connections.",
  fails: reports(30),
  passes: reports(90),
};

import type { RuleDoc } from "../rule.ts";

const reports = (grace: number) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reports, namespace: shop }
spec:
  hosts: [reports]
  http: [{ timeout: 90s, route: [{ destination: { host: reports } }] }]
---
apiVersion: v1
kind: Service
metadata: { name: reports, namespace: shop }
spec:
  selector: { app: reports }
  ports: [{ port: 80, name: http }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reports, namespace: shop }
spec:
  template:
    metadata:
      labels: { app: reports, sidecar.istio.io/inject: "true" }
      annotations: { proxy.istio.io/config: "terminationDrainDuration: 95s" }
    spec:
      terminationGracePeriodSeconds: ${String(grace)}
      containers: [{ name: app, image: reports:1 }]
`;

/** Text and examples of `resilience/grace-shorter-than-timeout`. */
export const graceShorterThanTimeoutDoc: RuleDoc = {
  inventory: ["drain-vs-grace"],
  what: "`terminationGracePeriodSeconds` of a workload with a sidecar, 30 s where nothing is said, is not shorter than the longest timeout of the routes that lead to it.",
  why: "Every rollout, and every node that is drained, kills the requests that are still allowed to run. The clients see 503, and nothing in the application explains it.",
  fails: reports(30),
  passes: reports(100),
};

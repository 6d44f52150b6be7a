import type { RuleDoc } from "../rule.ts";

const service = (name: string) => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80 }] }
`;

const shop = `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: waypoint, namespace: shop }
spec:
  gatewayClassName: istio-waypoint
  listeners: [{ name: mesh, port: 15008, protocol: HBONE }]
${["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"].map(service).join("")}`;

/** Text and examples of `ambient/single-waypoint`. */
export const singleWaypointDoc: RuleDoc = {
  inventory: ["ambient-waypoint-capacity"],
  what: "A Gateway of the class `istio-waypoint` that more than ten services use has an autoscaler that keeps at least two instances, or `infrastructure.parametersRef`, which can say as much.",
  why: "Istio makes one instance. All requests to all these services go through it: it is lost with its node, and every upgrade interrupts them.",
  fails: shop,
  passes: `${shop}---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: waypoint, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: waypoint }
  minReplicas: 2
  maxReplicas: 6
`,
};

import type { RuleDoc } from "../rule.ts";

const workload = (region: string, replicas: number) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart-${region}, namespace: shop }
spec:
  replicas: ${String(replicas)}
  template:
    metadata: { labels: { app: cart } }
    spec:
      nodeSelector: { topology.kubernetes.io/region: ${region} }
      containers: [{ name: cart, image: "cart:1" }]
`;

const cart = `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    loadBalancer:
      localityLbSetting: { failover: [{ from: eu-west-1, to: eu-central-1 }] }
    outlierDetection: { consecutive5xxErrors: 5 }
`;

/** Text and examples of `destinations/failover-without-capacity`. */
export const failoverWithoutCapacityDoc: RuleDoc = {
  inventory: ["lb-failover-capacity"],
  what: "Where a DestinationRule names the region that the traffic of another one fails over to, the host has instances there, and at least half as many. Regions are known from what pods ask of their nodes (`nodeSelector`, required node affinity) and from endpoints of a ServiceEntry; where they are not known for all instances, nothing is said.",
  why: "The failover is for the day on which a region is gone: then its traffic hits a few instances elsewhere, which fall as well, and both regions are down. Or it goes nowhere at all.",
  fails: `${cart}${workload("eu-west-1", 6)}${workload("eu-central-1", 1)}`,
  passes: `${cart}${workload("eu-west-1", 6)}${workload("eu-central-1", 4)}`,
};

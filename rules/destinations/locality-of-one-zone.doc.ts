import type { RuleDoc } from "../rule.ts";

const workload = (zone: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart-${zone}, namespace: shop }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: cart } }
    spec:
      nodeSelector: { topology.kubernetes.io/zone: ${zone} }
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
      localityLbSetting: { enabled: true }
    outlierDetection: { consecutive5xxErrors: 5 }
${workload("eu-west-1a")}`;

/** Text and examples of `destinations/locality-of-one-zone`. */
export const localityOfOneZoneDoc: RuleDoc = {
  inventory: ["lb-locality-single-zone"],
  what: "A host whose DestinationRule balances by locality (`localityLbSetting`) does not have all of its instances in one zone, as far as their pods or endpoints say where they are.",
  why: "Callers in the same zone send everything to instances that stand beside them, and callers elsewhere too: the setting does nothing, and suggests a failover that is not there.",
  fails: cart,
  passes: `${cart}${workload("eu-west-1b")}`,
};

import type { RuleDoc } from "../rule.ts";

const admin = (annotations: string) => `apiVersion: v1
kind: Service
metadata: { name: edge-internal, namespace: edge${annotations} }
spec:
  type: LoadBalancer
  selector: { istio: edge-internal }
  ports: [{ name: https, port: 443 }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge-internal, namespace: edge }
spec:
  selector: { istio: edge-internal }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [grafana.example.com]
      tls: { mode: SIMPLE, credentialName: grafana }
`;

/** Text and examples of `gateway/internal-on-internet`. */
export const internalOnInternetDoc: RuleDoc = {
  inventory: ["gw-lb-open"],
  what: "A Service of type LoadBalancer that leads to a gateway for the own network has source ranges, or the annotation of its cloud for an internal load balancer. A gateway is for the own network where its name or that of its Service says `internal`, `private`, `admin` or `egress`, or all of its hosts do.",
  why: "A load balancer gets an address of the internet unless it is told otherwise: what was meant for the own network is open to everybody, and only its name says that it is not.",
  fails: admin(""),
  passes: admin(", annotations: { networking.gke.io/load-balancer-type: Internal }"),
};

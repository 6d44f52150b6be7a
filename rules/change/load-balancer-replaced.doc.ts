import type { ChangeRuleDoc } from "../rule.ts";

const service = (name: string): string => `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec:
  type: LoadBalancer
  selector: { istio: ingressgateway }
  ports: [{ name: https, port: 443 }]
`;

/** Text and examples of `change/load-balancer-replaced`. */
export const loadBalancerReplacedDoc: ChangeRuleDoc = {
  inventory: ["lb-replaced"],
  what: "A Service of the type LoadBalancer is there in the next state, under its name, with its type, `loadBalancerIP` and `loadBalancerClass`.",
  why: "A load balancer that is made anew gets another address. DNS goes on pointing to the old one, for as long as clients remember it, and nobody is there.",
  fails: { before: service("edge"), after: service("edge-gateway") },
  passes: { before: service("edge"), after: `${service("edge")}---\n${service("edge-gateway")}` },
};

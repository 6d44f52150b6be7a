import type { RuleDoc } from "../rule.ts";

const shop = (count: number) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: pages, namespace: shop }
spec:
  hosts: [pages.shop.svc.cluster.local]
  http:
    - match:
${Array.from({ length: count }, (_, index) => `        - uri: { prefix: /page-${String(index)}/ }`).join("\n")}
      route: [{ destination: { host: pages.shop.svc.cluster.local } }]
`;

/** Text and examples of `operations/large-configuration`. */
export const largeConfigurationDoc: RuleDoc = {
  inventory: ["ops-config-size"],
  what: "A VirtualService becomes at most 200 routes, counted as matches times hosts; no match has a regular expression of more than 1000 characters, no direct response a body of more than 64 KiB; a Gateway has at most 200 hosts.",
  why: "A proxy gets the whole route table with every change of a part of it, and keeps it in memory for each worker. Pushes get slow, and a new pod waits long for its first configuration.",
  fails: shop(201),
  passes: shop(20),
};

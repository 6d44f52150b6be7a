import type { RuleDoc } from "../rule.ts";

/** Text and examples of `service-entries/static-without-endpoints`. */
export const staticWithoutEndpointsDoc: RuleDoc = {
  inventory: ["se-static-empty"],
  what: "A ServiceEntry with `resolution: STATIC` has `endpoints` or a `workloadSelector`.",
  why: "Its `addresses` are only what clients call; without endpoints there is nothing behind them, and every call is answered with 503 (`UH`).",
  fails: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: db, namespace: shop }
spec:
  hosts: [db.example.com]
  addresses: [192.0.2.8]
  location: MESH_EXTERNAL
  resolution: STATIC
  ports: [{ number: 5432, name: tcp, protocol: TCP }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: db, namespace: shop }
spec:
  hosts: [db.example.com]
  addresses: [192.0.2.8]
  location: MESH_EXTERNAL
  resolution: STATIC
  ports: [{ number: 5432, name: tcp, protocol: TCP }]
  endpoints: [{ address: 192.0.2.7 }]
`,
};

import type { RuleDoc } from "../rule.ts";

/** Text and examples of `service-entries/addresses-required`. */
export const addressesRequiredDoc: RuleDoc = {
  inventory: ["se-tcp-no-address"],
  what: "A ServiceEntry with a TCP port has `addresses`, unless the mesh allocates addresses (`ISTIO_META_DNS_CAPTURE` with `ISTIO_META_DNS_AUTO_ALLOCATE` in `defaultConfig.proxyMetadata`).",
  why: "A TCP connection has no host name. Without an address the proxy listens on the port of every address, and sends all connections to that port to this host.",
  fails: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: db, namespace: shop }
spec:
  hosts: [db.example.com]
  location: MESH_EXTERNAL
  resolution: STATIC
  endpoints: [{ address: 192.0.2.7 }]
  ports: [{ number: 5432, name: tcp, protocol: TCP }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: db, namespace: shop }
spec:
  hosts: [db.example.com]
  addresses: [192.0.2.7]
  location: MESH_EXTERNAL
  resolution: STATIC
  endpoints: [{ address: 192.0.2.7 }]
  ports: [{ number: 5432, name: tcp, protocol: TCP }]
`,
};

import type { RuleDoc } from "../rule.ts";

const edge = `apiVersion: v1
kind: Service
metadata: { name: edge, namespace: edge }
spec:
  type: LoadBalancer
  selector: { istio: edge }
  ports: [{ name: https, port: 443 }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: edge }
spec:
  selector: { istio: edge }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [shop.example.com]
      tls: { mode: SIMPLE, credentialName: shop }
`;

/** Text and examples of `gateway/without-limits`. */
export const gatewayWithoutLimitsDoc: RuleDoc = {
  inventory: ["gw-edge-limits"],
  what: "Where a load balancer of the internet leads to the proxies of a Gateway, an EnvoyFilter for them, their bootstrap or MeshConfig limits something of what clients can take: the rate of requests, connections, streams, the time for headers, or sizes.",
  why: "Without limits one client can hold every connection with headers that it sends byte by byte, or every stream, or the memory of the proxy: the gateway is down for all.",
  fails: edge,
  passes: `${edge}---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: limits, namespace: edge }
spec:
  workloadSelector: { labels: { istio: edge } }
  configPatches:
    - applyTo: NETWORK_FILTER
      match:
        context: GATEWAY
        listener: { filterChain: { filter: { name: envoy.filters.network.http_connection_manager } } }
      patch:
        operation: MERGE
        value:
          typed_config:
            "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
            request_headers_timeout: 10s
            http2_protocol_options: { max_concurrent_streams: 100 }
`,
};

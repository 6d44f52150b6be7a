/**
 * YAML of so many services with six objects each, in which something is to be said of most: at the border of the mesh,
 * written in brackets. Service, Deployment, Gateway, routes, a service outside, access.
 */
export function makeFaultyManifests(services: number): string {
  return Array.from({ length: services }, (_, index) => objectsOf(index, services)).join("---\n");
}

function objectsOf(index: number, services: number): string {
  const name = `svc-${String(index)}`;
  const next = `svc-${String((index + 1) % services)}`;
  return `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}
spec:
  selector: {app: ${name}}
  ports: [{name: http, port: 80, targetPort: 8080}, {name: grpc, port: 90}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}-v1, namespace: shop}
spec:
  replicas: 2
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}, version: v1}, annotations: {sidecar.istio.io/inject: "true"}}
    spec:
      serviceAccountName: ${name}
      containers:
        - name: app
          image: "r/${name}:1"
          env: [{name: URL, value: "http://${next}:80/x"}]
          ports: [{containerPort: 8080}]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: gw-${String(index)}, namespace: shop}
spec:
  selector: {istio: ingressgateway}
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: ["${name}.example.com"]
      tls: {mode: SIMPLE, credentialName: cert-${String(index)}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: shop}
spec:
  hosts: ["${name}.example.com"]
  gateways: [gw-${String(index)}]
  http:
    - match: [{uri: {prefix: /a}, headers: {x-canary: {exact: "1"}}}]
      rewrite: {uri: /b}
      retries: {attempts: 3, perTryTimeout: 1s}
      route: [{destination: {host: ${name}, port: {number: 80}}}]
    - redirect: {uri: /x}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ext-${String(index)}, namespace: shop}
spec:
  hosts: [ext-${String(index)}.example.org]
  ports: [{number: 443, name: tls, protocol: TLS}]
  resolution: DNS
  location: MESH_EXTERNAL
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  rules:
    - from: [{source: {principals: ["cluster.local/ns/shop/sa/${next}"]}}]
      to: [{operation: {methods: [GET], paths: ["/b*"]}}]
`;
}

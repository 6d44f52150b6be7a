/** One object for each kind of fix, with the code of its finding. */
export const fixable: Readonly<Record<string, string>> = {
  HED4100: `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: a, namespace: shop }
spec:
  hosts: [a.example]
  http:
    - fault:
        delay:
          percent: 10
          fixedDelay: 5s
      route: [{ destination: { host: a.example } }]
`,
  HED4102: `
apiVersion: policy/v1beta1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: a } }
`,
  HED4110: `
apiVersion: v1
kind: Pod
metadata:
  name: a
  namespace: shop
  annotations:
    proxy.istio.io/confg: "concurrency: 2"
spec: { containers: [{ name: a, image: a }] }
`,
  HED4113: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: a, namespace: shop }
spec:
  selector: { matchLabels: { app: a } }
  template:
    metadata:
      labels:
        app: a
      annotations:
        sidecar.istio.io/inject: "false"
    spec: { containers: [{ name: a, image: a }] }
`,
  HED4114: `
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  annotations:
    istio-injection: enabled
`,
  HED4130: `
apiVersion: v1
kind: Service
metadata: { name: a, namespace: shop }
spec:
  selector: { app: a }
  ports:
    - name: web-http
      port: 8080
`,
  HED4207: `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: a, namespace: shop }
spec:
  hosts: [a.example]
  http:
    - match:
        - uri: { prefix: /a }
        - uri: { prefix: /b }
        - uri: { prefix: /a }
      route: [{ destination: { host: a.example } }]
`,
  HED4300: `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: a, namespace: shop }
spec:
  outboundTrafficPolicy:
    mode: REGISTRY_ONYL
  egress: [{ hosts: ["./*"] }]
`,
  HED4301: `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a, namespace: shop }
spec:
  host: a.example
  trafficPolicy:
    outlierDetecton:
      interval: 5s
`,
  HED4403: `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: a, namespace: shop }
spec:
  action: DENY
  rules:
    - to:
        - operation:
            ports: ["8080"]
            hosts:
              - shop.example
`,
  HED4406: `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: a, namespace: shop }
spec:
  rules:
    - from: [{ source: { namespaces: [shop] } }]
      to:
        - operation:
            methods: [get, POST]
`,
  HED4422: `
apiVersion: v1
kind: Service
metadata: { name: a, namespace: shop }
spec:
  selector: { app: a }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: v1
kind: Pod
metadata: { name: a, namespace: shop, labels: { app: a } }
spec: { containers: [{ name: a, image: a, ports: [{ containerPort: 8080 }] }] }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: a, namespace: shop }
spec:
  selector: { matchLabels: { app: a } }
  portLevelMtls:
    80:
      mode: DISABLE
`,
  HED4481: `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  gatewayClassName: istio
  listeners: [{ name: http, port: 80, protocol: HTTP }]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: a, namespace: shop }
spec:
  selector:
    matchLabels:
      gateway.networking.k8s.io/gateway-name: edge
  jwtRules:
    - issuer: https://issuer.example
      jwksUri: https://issuer.example/keys
`,
  HED4556: `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: a, namespace: shop }
spec:
  rules:
    - from: [{ source: { namespaces: [shop] } }]
    - to: [{ operation: { ports: ["8080"] } }]
    - from: [{ source: { namespaces: [shop] } }]
`,
};

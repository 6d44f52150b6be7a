/** The objects that one service has in the benchmark. */
export const objectsPerService = 6;

/** YAML of so many services with six objects each: Service, Deployment, account, routes, client policy, access. */
export function makeManifests(services: number): string {
  return Array.from({ length: services }, (_, index) => objectsOf(index, services)).join("---\n");
}

/** As many namespaces as a large cluster has. */
const namespaces = 50;

function objectsOf(index: number, services: number): string {
  const name = `svc-${String(index)}`;
  const namespace = `ns-${String(index % namespaces)}`;
  // Callers live in the same namespace.
  const caller = `svc-${String((index + namespaces) % services)}`;
  const head = (apiVersion: string, kind: string, suffix = ""): string =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}${suffix}\n  namespace: ${namespace}\n`;
  const own = services > namespaces ? caller : name;
  return [
    `${head("v1", "Service")}spec:
  selector:
    app: ${name}
  ports:
    - name: http
      port: 8080
      targetPort: 8080
`,
    `${head("apps/v1", "Deployment", "-v1")}spec:
  replicas: 2
  selector:
    matchLabels:
      app: ${name}
      version: v1
  template:
    metadata:
      labels:
        app: ${name}
        version: v1
        sidecar.istio.io/inject: "true"
    spec:
      serviceAccountName: ${name}
      containers:
        - name: app
          image: registry.example/${name}:1.0.0
          ports:
            - containerPort: 8080
`,
    head("v1", "ServiceAccount"),
    `${head("networking.istio.io/v1", "VirtualService")}spec:
  hosts:
    - ${name}
  http:
    - match:
        - uri:
            prefix: /api
      route:
        - destination:
            host: ${name}
            subset: v1
      timeout: 2s
      retries:
        attempts: 2
        perTryTimeout: 500ms
        retryOn: connect-failure,refused-stream
    - route:
        - destination:
            host: ${name}
            subset: v1
`,
    `${head("networking.istio.io/v1", "DestinationRule")}spec:
  host: ${name}
  trafficPolicy:
    connectionPool:
      tcp:
        maxConnections: 100
    outlierDetection:
      consecutive5xxErrors: 5
      interval: 10s
  subsets:
    - name: v1
      labels:
        version: v1
`,
    `${head("security.istio.io/v1", "AuthorizationPolicy")}spec:
  selector:
    matchLabels:
      app: ${name}
  action: ALLOW
  rules:
    - from:
        - source:
            principals:
              - cluster.local/ns/${namespace}/sa/${own}
      to:
        - operation:
            methods: ["GET", "POST"]
            paths: ["/api/*"]
`,
  ].join("---\n");
}

import type { RuleDoc } from "../rule.ts";

/** Text and examples of `services/port-name`. */
export const portNameDoc: RuleDoc = {
  inventory: ["svc-port-protocol"],
  what: "Each port of a service has an `appProtocol` or a name that begins with a protocol: `http`, `http2`, `https`, `grpc`, `grpc-web`, `tls`, `tcp`, `udp`, `mongo`, `mysql`, `redis`. UDP ports and the ports 25, 53, 3306 and 27017 need none.",
  why: "Without it, the proxy guesses by the first bytes of each connection. Where the server speaks first it waits in vain, and routes, retries and metrics of HTTP hold only if the guess is right.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: web, port: 80 }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http-web, port: 80 }, { name: admin, appProtocol: grpc, port: 90 }]
`,
};

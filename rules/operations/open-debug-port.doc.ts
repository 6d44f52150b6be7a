import type { RuleDoc } from "../rule.ts";

const istiod = (port: string) => `apiVersion: v1
kind: Service
metadata: { name: istiod-remote, namespace: istio-system }
spec:
  type: LoadBalancer
  selector: { app: istiod }
  ports: [{ ${port} }]
`;

/** Text and examples of `operations/open-debug-port`. */
export const openDebugPortDoc: RuleDoc = {
  inventory: ["ops-debug-open"],
  what: "No Service of type LoadBalancer or NodePort, or with external addresses, leads to a port of istiod without authentication (8080, 9876, 15010, 15014) or to a port of the proxy that is for operators (15000, 15004, 15020, 15090).",
  why: "Whoever reaches them reads every route, address and policy of the mesh, and the administration of a proxy can also drain it or stop it.",
  fails: istiod("port: 15010, name: grpc-xds"),
  passes: istiod("port: 15012, name: tls-xds"),
};

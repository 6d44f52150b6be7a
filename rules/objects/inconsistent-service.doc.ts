import type { RuleDoc } from "../rule.ts";

const service = (type: string) => `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  ${type}
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
`;

/** Text and examples of `objects/inconsistent-service`. */
export const inconsistentServiceDoc: RuleDoc = {
  inventory: ["mc-service-inconsistent"],
  what: "A service that is in the input more than once, because the files of several clusters are read together, has the same type, the same ports, and is headless everywhere or nowhere.",
  why: "A mesh of several clusters takes them for one service and joins their endpoints. What a client gets then depends on which definition came first.",
  fails: `${service("clusterIP: None")}---\n${service("type: ClusterIP")}`,
  passes: `${service("type: ClusterIP")}---\n${service("type: ClusterIP")}`,
};

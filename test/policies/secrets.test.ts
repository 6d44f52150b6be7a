import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rightMesh } from "../e2e/policy-gate/wrong-meshes.ts";
import { startPolicyServer, type PolicyServer } from "./policy-server.ts";
import { stackOf } from "./stack-of.ts";

const planted = "hunter2";
const encoded = Buffer.from(planted).toString("base64");

let server: PolicyServer;
beforeAll(async () => {
  server = await startPolicyServer(join(import.meta.dirname, "../../policies/baseline"));
});
afterAll(() => server.stop());

const gateway = `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: secure, namespace: shop }
spec:
  selector: { app: edge }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [shop.example]
      tls: { mode: MUTUAL, credentialName: shop-tls }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: shop }
spec:
  selector: { matchLabels: { app: edge } }
  template:
    metadata: { labels: { app: edge } }
    spec: { serviceAccountName: edge, containers: [{ name: istio-proxy, image: auto }] }`;

const secret = (content: string) => `
apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: shop }
${content}`;

const pem = (label: string) =>
  `-----BEGIN ${label}-----\\n${encoded}\\n-----END ${label}-----\\n${planted}`;

test.each([
  ["values that are no certificate", `data: { tls.crt: ${encoded}, tls.key: ${encoded} }`],
  ["the same in clear", `stringData: { tls.crt: ${planted}, tls.key: ${planted} }`],
  [
    "a certificate that cannot be parsed",
    `stringData: { tls.crt: "${pem("CERTIFICATE")}", tls.key: "${pem("PRIVATE KEY")}" }`,
  ],
  ["a text in the place of the keys", `data: ${planted}`],
  ["values of a wrong type", `data: { tls.crt: [${planted}], tls.key: { ${planted}: 1 } }`],
  ["another set of keys", `data: { cert: ${encoded}, key: ${encoded}, cacert: ${encoded} }`],
  ["a name of a key that nobody expects", `data: { other: ${encoded} }`],
])("a Secret of a gateway, %s: a fault is shown, and nothing of a value", async (_, content) => {
  const documents = [rightMesh, gateway, secret(content)].join("\n---");
  const violations = await server.analyzeStack(stackOf(documents));
  expect(violations.map(({ rule }) => rule)).toContain("gateway/credential-invalid");
  const shown = JSON.stringify(violations);
  expect(shown).not.toContain(planted);
  expect(shown).not.toContain(encoded);
});

test("a Secret that no gateway uses is never in a message", async () => {
  const stray = `
apiVersion: v1
kind: Secret
metadata:
  name: key
  namespace: shop
  annotations: { note: ${planted}, sidecar.istio.io/inject: "true" }
stringData: { key: ${planted} }`;
  const violations = await server.analyzeStack(stackOf(`${rightMesh}\n---${stray}`));
  expect(JSON.stringify(violations)).not.toContain(planted);
});

import type { RuleDoc } from "../rule.ts";

// Put together, so that nobody who looks for keys finds one here.
const head = ["-----BEGIN", "PRIVATE KEY-----"].join(" ");

/** Text and examples of `objects/private-key-in-clear`. */
export const privateKeyInClearDoc: RuleDoc = {
  inventory: ["pulumi-secret-unmarked"],
  what: "No ConfigMap, environment of a container, patch of an EnvoyFilter or `jwks` of a RequestAuthentication holds a private key.",
  why: "Most people and programs of a cluster may read these kinds. Who has the key is the server, or signs tokens for everybody.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: edge-tls, namespace: edge }
data:
  tls.key: |
    ${head}
    AAAA
`,
  passes: `apiVersion: v1
kind: Secret
metadata: { name: edge-tls, namespace: edge }
type: kubernetes.io/tls
stringData:
  tls.crt: ""
  tls.key: |
    ${head}
    AAAA
`,
};

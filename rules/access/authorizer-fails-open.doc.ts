import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/authorizer-fails-open`. */
export const authorizerFailsOpenDoc: RuleDoc = {
  inventory: ["authz-extauthz-failopen"],
  what: "No external authorizer among the `extensionProviders` of MeshConfig has `failOpen`.",
  why: "An attacker who can bring the authorizer down, or slow it down, gets past every rule that counts on it.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    extensionProviders:
      - name: opa
        envoyExtAuthzGrpc: { service: opa.opa.svc.cluster.local, port: 9191, failOpen: true }
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    extensionProviders:
      - name: opa
        envoyExtAuthzGrpc: { service: opa.opa.svc.cluster.local, port: 9191 }
`,
};

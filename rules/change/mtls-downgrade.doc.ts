import type { ChangeRuleDoc } from "../rule.ts";

const cart = `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { metadata: { labels: { app: cart } } } }
---
`;
const strict = (name: string, selector = ""): string => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: ${name}, namespace: shop }
spec: { ${selector}mtls: { mode: STRICT } }
`;
const ofCart = strict("cart", "selector: { matchLabels: { app: cart } }, ");

/** Text and examples of `change/mtls-downgrade`. */
export const mtlsDowngradeDoc: ChangeRuleDoc = {
  inventory: ["mtls-downgrade"],
  what: "What the mesh, a namespace, a workload or a port accepted before, it does not accept in a weaker form now: strict before permissive before plaintext. A setting that is removed counts as what holds without it; one that is removed together with its workloads does not.",
  why: "Nothing fails when mTLS becomes optional. Traffic goes on in clear, rules on identities no longer match it, and nobody notices until somebody looks for another reason.",
  fails: { before: cart + ofCart, after: cart },
  passes: { before: cart + ofCart, after: cart + strict("default") },
};

import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/peer-authentication`. */
export const peerAuthenticationDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a PeerAuthentication: modes of ports without a selector, ports out of range, wildcards in the selector.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: cart, namespace: shop }
spec:
  mtls: { mode: STRICT }
  portLevelMtls:
    8080: { mode: PERMISSIVE }
`,
  passes: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  mtls: { mode: STRICT }
  portLevelMtls:
    8080: { mode: PERMISSIVE }
`,
};

import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/peer-authentication-warnings`. */
export const peerAuthenticationWarningsDoc: RuleDoc = {
  what: "What Istio's validation warns of in a PeerAuthentication: a selector without labels.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: {}
  mtls: { mode: STRICT }
`,
  passes: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: cart, namespace: shop }
spec:
  mtls: { mode: STRICT }
`,
};

import type { RuleDoc } from "../rule.ts";

const policy = (annotations: string) => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop${annotations} }
spec:
  mtls: { mode: PERMISSIVE }
`;

/** Text and examples of `mtls/permissive-without-end`. */
export const permissiveWithoutEndDoc: RuleDoc = {
  inventory: ["mtls-permissive-no-expiry"],
  what: "A PeerAuthentication of mode PERMISSIVE, or the finding where it is suppressed, says until when it is needed, in the annotation `heddle.dev/expires` (`2027-03-31`), and that day is still to come. Other annotations and labels whose names end in `expires`, `expiry` or `valid-until` count as well.",
  why: "Permissive is there for the time in which callers move into the mesh. Without a day on which somebody looks, it stays for good, and with it plaintext without identity.",
  fails: policy(""),
  passes: policy(', annotations: { heddle.dev/expires: "2999-12-31" }'),
};

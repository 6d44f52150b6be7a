import { newRoot, oldRoot } from "../change/example-certificates.ts";
import type { RuleDoc } from "../rule.ts";

const authority = (...roots: readonly string[]) => `apiVersion: v1
kind: Secret
metadata: { name: cacerts, namespace: istio-system }
stringData:
  root-cert.pem: |
${roots.join("").trimEnd().replace(/^/gm, "    ")}
`;

/** Text and examples of `clusters/different-roots`. */
export const differentRootsDoc: RuleDoc = {
  inventory: ["mc-trust-roots-differ"],
  what: "Where the input holds the Secret `cacerts` of one namespace more than once, that is for several clusters, the `root-cert.pem` of all of them have a root in common.",
  why: "A proxy accepts certificates under its own roots only. Every request from one cluster to the other ends in the handshake, and inside of each all looks well.",
  fails: `${authority(oldRoot)}---\n${authority(newRoot)}`,
  passes: `${authority(oldRoot)}---\n${authority(newRoot, oldRoot)}`,
};

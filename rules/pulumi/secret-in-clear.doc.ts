import type { RuleDoc } from "../rule.ts";

const state = (data: string) => `version: 3
deployment:
  resources:
    - urn: urn:pulumi:prod::shop::kubernetes:core/v1:Secret::payments
      type: kubernetes:core/v1:Secret
      inputs:
        metadata: { name: payments, namespace: shop }
        data: ${data}
`;

/** Text and examples of `pulumi/secret-in-clear`. */
export const secretInClearDoc: RuleDoc = {
  inventory: ["pulumi-secret-unmarked"],
  what: "In the state of a stack, values of Secrets are marked as secrets, so that Pulumi encrypts them. Certificates are left alone.",
  why: "States lie in buckets and in backups, and are read by everybody who deploys. A value that was there in clear once has to be changed.",
  fails: state("{ password: cGFzc3dvcmQ= }"),
  passes: state(
    "{ 4dabf18193072939515e22adb298388d: 1b47061264138c4ac30d75fd1eb44270, ciphertext: AAAB }",
  ),
};

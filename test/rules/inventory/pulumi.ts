import type { Checks } from "./checks.ts";

/** Pulumi-specific. */
export const pulumiChecks: Checks = {
  "pulumi-secret-unmarked": "rules",
  "pulumi-unknown-is-not-pass": {
    elsewhere:
      "every rule has the outcome unknown (rules/run-rule.ts); the policy `undecided` of each pack shows it, and `pulumi up` decides it",
  },
  "pulumi-protect-roots": "rules",
  "pulumi-replace-delete-first": "rules",
  "pulumi-autoname-special": "rules",
  "pulumi-external-undeclared": {
    elsewhere:
      "every rule about references: what the input does not describe is unknown; `--context`, and external services of the model, declare it",
  },
  "pulumi-duplicate-owner": "rules",
  "pulumi-skip-justified": "rules",
};

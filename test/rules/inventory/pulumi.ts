import type { Checks } from "./checks.ts";

/** Pulumi-specific. */
export const pulumiChecks: Checks = {
  "pulumi-secret-unmarked": "open",
  "pulumi-unknown-is-not-pass": "open",
  "pulumi-protect-roots": "open",
  "pulumi-replace-delete-first": "open",
  "pulumi-autoname-special": "open",
  "pulumi-external-undeclared": "open",
  "pulumi-duplicate-owner": "open",
  "pulumi-skip-justified": "rules",
};

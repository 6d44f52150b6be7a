import { duplicateRule } from "./duplicate-rule.ts";
import { overriddenMtls } from "./overridden-mtls.ts";
import { portPolicyWithoutTls } from "./port-policy-without-tls.ts";
import { subsetWithoutLabels } from "./subset-without-labels.ts";
import { subsetWithoutWorkload } from "./subset-without-workload.ts";
import { unknownHost } from "./unknown-host.ts";
import { unverifiedServer } from "./unverified-server.ts";
import type { Rule } from "../rule.ts";

/** The rules of `destinations/`. */
export const destinationsRules: readonly Rule[] = [
  duplicateRule,
  overriddenMtls,
  portPolicyWithoutTls,
  subsetWithoutLabels,
  subsetWithoutWorkload,
  unknownHost,
  unverifiedServer,
];

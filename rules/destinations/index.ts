import { duplicateRule } from "./duplicate-rule.ts";
import { portPolicyWithoutTls } from "./port-policy-without-tls.ts";
import { subsetWithoutWorkload } from "./subset-without-workload.ts";
import { unknownHost } from "./unknown-host.ts";
import { unverifiedServer } from "./unverified-server.ts";
import type { Rule } from "../rule.ts";

/** The rules of `destinations/`. */
export const destinationsRules: readonly Rule[] = [
  duplicateRule,
  portPolicyWithoutTls,
  subsetWithoutWorkload,
  unknownHost,
  unverifiedServer,
];

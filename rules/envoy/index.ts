import type { Rule } from "../rule.ts";
import { adminExposed } from "./admin-exposed.ts";
import { clusterWithoutLimits } from "./cluster-without-limits.ts";
import { controlInPlaintext } from "./control-in-plaintext.ts";
import { edgeHardening } from "./edge-hardening.ts";
import { filterWithoutEffect } from "./filter-without-effect.ts";
import { pathNotNormalized } from "./path-not-normalized.ts";
import { refused } from "./refused.ts";
import { unknownCluster } from "./unknown-cluster.ts";
import { unverifiedUpstream } from "./unverified-upstream.ts";
import { withoutDeadline } from "./without-deadline.ts";

/** The rules of `envoy/`. */
export const envoyRules: readonly Rule[] = [
  adminExposed,
  clusterWithoutLimits,
  controlInPlaintext,
  edgeHardening,
  filterWithoutEffect,
  pathNotNormalized,
  refused,
  unknownCluster,
  unverifiedUpstream,
  withoutDeadline,
];

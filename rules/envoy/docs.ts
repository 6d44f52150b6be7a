import type { RuleDoc } from "../rule.ts";
import { adminExposedDoc } from "./admin-exposed.doc.ts";
import { clusterWithoutLimitsDoc } from "./cluster-without-limits.doc.ts";
import { controlInPlaintextDoc } from "./control-in-plaintext.doc.ts";
import { edgeHardeningDoc } from "./edge-hardening.doc.ts";
import { filterWithoutEffectDoc } from "./filter-without-effect.doc.ts";
import { pathNotNormalizedDoc } from "./path-not-normalized.doc.ts";
import { refusedDoc } from "./refused.doc.ts";
import { unknownClusterDoc } from "./unknown-cluster.doc.ts";
import { unverifiedUpstreamDoc } from "./unverified-upstream.doc.ts";
import { withoutDeadlineDoc } from "./without-deadline.doc.ts";

/** Text and examples of the rules of `envoy/`, by id. */
export const envoyDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["envoy/admin-exposed", adminExposedDoc],
  ["envoy/cluster-without-limits", clusterWithoutLimitsDoc],
  ["envoy/control-in-plaintext", controlInPlaintextDoc],
  ["envoy/edge-hardening", edgeHardeningDoc],
  ["envoy/filter-without-effect", filterWithoutEffectDoc],
  ["envoy/path-not-normalized", pathNotNormalizedDoc],
  ["envoy/refused", refusedDoc],
  ["envoy/unknown-cluster", unknownClusterDoc],
  ["envoy/unverified-upstream", unverifiedUpstreamDoc],
  ["envoy/without-deadline", withoutDeadlineDoc],
];

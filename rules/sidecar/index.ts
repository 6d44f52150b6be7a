import { egressHostUnknown } from "./egress-host-unknown.ts";
import { overlappingWorkloadSelectors } from "./overlapping-workload-selectors.ts";
import { rootSidecarWithSelector } from "./root-sidecar-with-selector.ts";
import { sidecarSelectorWithoutWorkload } from "./selector-without-workload.ts";
import { severalNamespaceSidecars } from "./several-namespace-sidecars.ts";
import { sidecarInAmbient } from "./sidecar-in-ambient.ts";
import { missingDependency } from "./missing-dependency.ts";
import type { Rule } from "../rule.ts";

/** The rules of `sidecar/`. */
export const sidecarRules: readonly Rule[] = [
  egressHostUnknown,
  overlappingWorkloadSelectors,
  rootSidecarWithSelector,
  sidecarSelectorWithoutWorkload,
  severalNamespaceSidecars,
  sidecarInAmbient,
  missingDependency,
];

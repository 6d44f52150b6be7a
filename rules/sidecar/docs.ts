import { egressHostUnknownDoc } from "./egress-host-unknown.doc.ts";
import { overlappingWorkloadSelectorsDoc } from "./overlapping-workload-selectors.doc.ts";
import { rootSidecarWithSelectorDoc } from "./root-sidecar-with-selector.doc.ts";
import { sidecarSelectorWithoutWorkloadDoc } from "./selector-without-workload.doc.ts";
import { severalNamespaceSidecarsDoc } from "./several-namespace-sidecars.doc.ts";
import { sidecarInAmbientDoc } from "./sidecar-in-ambient.doc.ts";
import { missingDependencyDoc } from "./missing-dependency.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `sidecar/`, by id. */
export const sidecarDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["sidecar/egress-host-unknown", egressHostUnknownDoc],
  ["sidecar/overlapping-workload-selectors", overlappingWorkloadSelectorsDoc],
  ["sidecar/root-sidecar-with-selector", rootSidecarWithSelectorDoc],
  ["sidecar/selector-without-workload", sidecarSelectorWithoutWorkloadDoc],
  ["sidecar/several-namespace-sidecars", severalNamespaceSidecarsDoc],
  ["sidecar/sidecar-in-ambient", sidecarInAmbientDoc],
  ["sidecar/missing-dependency", missingDependencyDoc],
];

import { accessLogWithoutProvider } from "./access-log-without-provider.ts";
import { fullSampling } from "./full-sampling.ts";
import { overlappingTelemetrySelectors } from "./overlapping-selectors.ts";
import { privateHeaderAsTag } from "./private-header-as-tag.ts";
import { telemetryProviderUnknown } from "./provider-unknown.ts";
import { telemetrySelectorWithoutWorkload } from "./selector-without-workload.ts";
import { severalNamespaceTelemetries } from "./several-namespace-telemetries.ts";
import { tagWithoutEnd } from "./tag-without-end.ts";
import { unnamedWorkload } from "./unnamed-workload.ts";
import type { Rule } from "../rule.ts";

/** The rules of `telemetry/`. */
export const telemetryRules: readonly Rule[] = [
  accessLogWithoutProvider,
  fullSampling,
  overlappingTelemetrySelectors,
  privateHeaderAsTag,
  severalNamespaceTelemetries,
  tagWithoutEnd,
  telemetryProviderUnknown,
  telemetrySelectorWithoutWorkload,
  unnamedWorkload,
];

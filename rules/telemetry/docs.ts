import { accessLogWithoutProviderDoc } from "./access-log-without-provider.doc.ts";
import { fullSamplingDoc } from "./full-sampling.doc.ts";
import { overlappingTelemetrySelectorsDoc } from "./overlapping-selectors.doc.ts";
import { privateHeaderAsTagDoc } from "./private-header-as-tag.doc.ts";
import { telemetryProviderUnknownDoc } from "./provider-unknown.doc.ts";
import { telemetrySelectorWithoutWorkloadDoc } from "./selector-without-workload.doc.ts";
import { severalNamespaceTelemetriesDoc } from "./several-namespace-telemetries.doc.ts";
import { tagWithoutEndDoc } from "./tag-without-end.doc.ts";
import { unnamedWorkloadDoc } from "./unnamed-workload.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `telemetry/`, by id. */
export const telemetryDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["telemetry/access-log-without-provider", accessLogWithoutProviderDoc],
  ["telemetry/full-sampling", fullSamplingDoc],
  ["telemetry/overlapping-selectors", overlappingTelemetrySelectorsDoc],
  ["telemetry/private-header-as-tag", privateHeaderAsTagDoc],
  ["telemetry/provider-unknown", telemetryProviderUnknownDoc],
  ["telemetry/selector-without-workload", telemetrySelectorWithoutWorkloadDoc],
  ["telemetry/several-namespace-telemetries", severalNamespaceTelemetriesDoc],
  ["telemetry/tag-without-end", tagWithoutEndDoc],
  ["telemetry/unnamed-workload", unnamedWorkloadDoc],
];

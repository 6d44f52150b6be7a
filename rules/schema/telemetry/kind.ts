import { checkAttachment } from "../checks/selectors.ts";
import { telemetryFields, type Providers, type Telemetry } from "../fields/telemetry.ts";
import { defineKind } from "../kind.ts";
import { checkItems } from "../check-field.ts";
import { each, isSet, present, type Place } from "../place.ts";
import { celProblem } from "../values/cel.ts";
import { checkOverride } from "./override.ts";
import { checkTracing } from "./tracing.ts";

export const telemetryKind = defineKind({
  type: "telemetry.istio.io/Telemetry",
  versions: ["v1", "v1alpha1"],
  spec: telemetryFields,
  check: checkTelemetry,
});

function checkTelemetry(spec: Telemetry, place: Place): void {
  checkAttachment(spec, place);
  checkItems(spec, "metrics", place, ({ providers, overrides }, at) => {
    checkProviders(providers, at.at("providers"));
    each(overrides, at.at("overrides"), checkOverride);
  });
  if ((spec.tracing?.length ?? 0) > 1)
    place.at("tracing").warn("one entry of tracing is used only");
  checkItems(spec, "tracing", place, (tracing, at) => {
    checkProviders(tracing.providers, at.at("providers"));
    checkTracing(tracing, at);
  });
  checkItems(spec, "accessLogging", place, ({ filter, providers }, at) => {
    present(filter, at.at("filter"), ({ expression = "" }, at) => {
      at.at("expression").error(celProblem(expression));
    });
    checkProviders(providers, at.at("providers"));
  });
}

function checkProviders(providers: Providers | undefined, place: Place): void {
  each(providers, place, ({ name }, at) => {
    if (!isSet(name)) at.error("the provider has no `name`");
  });
}

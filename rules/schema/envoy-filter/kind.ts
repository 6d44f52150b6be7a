import { checkWorkloadSelector } from "../checks/selectors.ts";
import { envoyFilterFields, type EnvoyFilter } from "../fields/networking.ts";
import { defineKind } from "../kind.ts";
import { checkItems } from "../check-field.ts";
import type { Place } from "../place.ts";
import { checkPatch } from "./patch.ts";

export const envoyFilterKind = defineKind({
  type: "networking.istio.io/EnvoyFilter",
  versions: ["v1alpha3"],
  spec: envoyFilterFields,
  check: checkEnvoyFilter,
});

function checkEnvoyFilter(spec: EnvoyFilter, place: Place): void {
  const selector = place.at("workloadSelector");
  if (checkWorkloadSelector(spec.workloadSelector, selector) === "faulty") return;
  place.warn(
    "an EnvoyFilter changes what is internal to Istio, and may break with any upgrade",
    "use another API where there is one",
  );
  checkItems(spec, "configPatches", place, checkPatch);
}

import type { Tracing } from "../fields/telemetry.ts";
import { checkEntries } from "../check-field.ts";
import { isSet, type Place } from "../place.ts";
import { percentProblem } from "../values/percent.ts";

/** What is traced, and what the spans say. */
export function checkTracing(tracing: Tracing, place: Place): void {
  if ((tracing.providers?.length ?? 0) > 1) {
    place.at("providers").warn("one provider of tracing is used only");
  }
  place.at("randomSamplingPercentage").error(percentProblem(tracing.randomSamplingPercentage ?? 0));
  checkEntries(tracing, "customTags", place, (name, tag, at) => {
    if (name === "") at.error("the tag has no name");
    const { literal, environment, header } = tag;
    // One is meant; of several the last counts.
    if (header !== undefined) {
      if (!isSet(header.name)) at.at("header").error("the header has no `name`");
    } else if (environment !== undefined) {
      if (!isSet(environment.name)) at.at("environment").error("the variable has no `name`");
    } else if (literal !== undefined && !isSet(literal.value)) {
      at.at("literal").error("the literal has no `value`");
    }
  });
}

import type { Override } from "../fields/telemetry.ts";
import { eachEntry, isSet, type Place } from "../place.ts";

/** Changes to a metric and its tags. */
export function checkOverride({ match, tagOverrides }: Override, place: Place): void {
  eachEntry(tagOverrides, place.at("tagOverrides"), (name, { operation, value }, at) => {
    if (name === "") at.warn("the tag has no name");
    if (operation === "REMOVE" && isSet(value)) {
      at.at("value").error("a tag that is removed has no value");
    } else if (operation !== "REMOVE" && !isSet(value)) {
      at.error("the tag has no `value`", "set it, or write `operation: REMOVE`");
    }
  });
  if (match?.customMetric === "") {
    place.at("match", "customMetric").error("the name of the metric is empty");
  }
}

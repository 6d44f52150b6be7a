import { labelProblem } from "../values/labels.ts";
import { eachEntry, type Place } from "../place.ts";

/** Labels must be labels of Kubernetes. */
export function checkLabels(labels: ReadonlyMap<string, string> | undefined, place: Place): void {
  eachEntry(labels, place, (key, value, at) => {
    at.error(labelProblem(key, value));
  });
}

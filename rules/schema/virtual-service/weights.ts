import type { Place } from "../place.ts";

/** Weights are shares of their sum, which is not 0. */
export function checkWeights(
  destinations: readonly { readonly weight?: number | undefined }[] | undefined,
  place: Place,
): void {
  let total = 0;
  destinations?.forEach(({ weight = 0 }, index) => {
    total += weight;
    if (weight < 0) {
      place.at(index, "weight").error(`the weight ${String(weight)} is negative`);
    }
  });
  if ((destinations?.length ?? 0) > 1 && total === 0) {
    place.error("the weights of several destinations sum to 0", "give each its share as `weight`");
  }
}

import type { HttpRoute } from "../fields/virtual-service.ts";
import { checkDestination } from "../checks/destination.ts";
import { percentProblem } from "../values/percent.ts";
import { checkField, checkItems } from "../check-field.ts";
import type { Place } from "../place.ts";

/** Copies of requests that go elsewhere. */
export function checkMirrors(route: HttpRoute, place: Place): void {
  checkField(route, "mirrorPercent", place, (percent, at) => {
    at.error(percentProblem(percent));
    at.warn("`mirrorPercent` is deprecated", "use `mirrorPercentage: { value: … }`");
  });
  checkField(route, "mirrorPercentage", place, checkPercentage);
  checkField(route, "mirror", place, checkDestination);
  checkItems(route, "mirrors", place, (mirror, at) => {
    if (mirror.destination === undefined) {
      at.error("the mirror has no `destination`");
      return;
    }
    checkDestination(mirror.destination, at.at("destination"));
    checkField(mirror, "percentage", at, checkPercentage);
  });
}

function checkPercentage(
  { value = 0 }: { readonly value?: number | undefined },
  place: Place,
): void {
  place.at("value").error(percentProblem(value));
}

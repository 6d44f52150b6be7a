import type { HttpRoute } from "../fields/virtual-service.ts";
import { checkDestination } from "../checks/destination.ts";
import { percentProblem } from "../values/percent.ts";
import { each, present, type Place } from "../place.ts";

/** Copies of requests that go elsewhere. */
export function checkMirrors(route: HttpRoute, place: Place): void {
  present(route.mirrorPercent, place.at("mirrorPercent"), (percent, at) => {
    at.error(percentProblem(percent));
    at.warn("`mirrorPercent` is deprecated", "use `mirrorPercentage: { value: … }`");
  });
  checkPercentage(route.mirrorPercentage, place.at("mirrorPercentage"));
  present(route.mirror, place.at("mirror"), checkDestination);
  each(route.mirrors, place.at("mirrors"), (mirror, at) => {
    if (mirror.destination === undefined) {
      at.error("the mirror has no `destination`");
      return;
    }
    checkDestination(mirror.destination, at.at("destination"));
    checkPercentage(mirror.percentage, at.at("percentage"));
  });
}

function checkPercentage(
  percentage: { readonly value?: number | undefined } | undefined,
  place: Place,
): void {
  present(percentage, place, ({ value = 0 }, at) => {
    at.at("value").error(percentProblem(value));
  });
}

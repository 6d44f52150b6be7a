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
  present(route.mirrorPercentage, place.at("mirrorPercentage"), checkPercentage);
  present(route.mirror, place.at("mirror"), checkDestination);
  each(route.mirrors, place.at("mirrors"), (mirror, at) => {
    if (mirror.destination === undefined) {
      at.error("the mirror has no `destination`");
      return;
    }
    checkDestination(mirror.destination, at.at("destination"));
    present(mirror.percentage, at.at("percentage"), checkPercentage);
  });
}

function checkPercentage(
  { value = 0 }: { readonly value?: number | undefined },
  place: Place,
): void {
  place.at("value").error(percentProblem(value));
}

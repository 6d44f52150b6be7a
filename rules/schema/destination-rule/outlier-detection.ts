import type { OutlierDetection } from "../fields/destination-rule.ts";
import { present, type Place } from "../place.ts";
import { durationProblem } from "../values/duration.ts";
import { percentProblem } from "../values/percent.ts";

/** When an endpoint is left out for a while. */
export function checkOutlierDetection(outlier: OutlierDetection, place: Place): void {
  for (const name of ["baseEjectionTime", "interval"] as const) {
    present(outlier[name], place.at(name), (duration, at) => {
      at.error(durationProblem(duration));
    });
  }
  if ((outlier.consecutiveErrors ?? 0) !== 0) {
    place
      .at("consecutiveErrors")
      .warn(
        "`consecutiveErrors` is deprecated",
        "use `consecutiveGatewayErrors` or `consecutive5xxErrors`",
      );
  }
  if (
    outlier.splitExternalLocalOriginErrors !== true &&
    (outlier.consecutiveLocalOriginFailures ?? 0) > 0
  ) {
    place
      .at("consecutiveLocalOriginFailures")
      .error(
        "failures of local origin are only counted with `splitExternalLocalOriginErrors`",
        "set `splitExternalLocalOriginErrors: true`",
      );
  }
  for (const name of ["maxEjectionPercent", "minHealthPercent"] as const) {
    present(outlier[name], place.at(name), (percent, at) => {
      at.error(percentProblem(percent));
    });
  }
}

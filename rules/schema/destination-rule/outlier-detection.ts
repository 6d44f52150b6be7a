import type { OutlierDetection } from "../fields/destination-rule.ts";
import type { Place } from "../place.ts";
import { durationProblem } from "../values/duration.ts";
import { percentProblem } from "../values/percent.ts";

/** When an endpoint is left out for a while. */
export function checkOutlierDetection(outlier: OutlierDetection, place: Place): void {
  for (const name of ["baseEjectionTime", "interval"] as const) {
    const duration = outlier[name];
    if (duration !== undefined) place.at(name).error(durationProblem(duration));
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
    const percent = outlier[name];
    if (percent !== undefined) place.at(name).error(percentProblem(percent));
  }
}

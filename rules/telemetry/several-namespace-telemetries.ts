import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import { othersThan, printNames, sharingNamespace } from "../sidecar/overlapping-selectors.ts";

/** A namespace has one Telemetry without a selector at most: which of several holds is not defined. */
export const severalNamespaceTelemetries: Rule = {
  id: "telemetry/several-namespace-telemetries",
  code: "HED4452",
  severity: "error",
  summary: "a namespace has one Telemetry without a selector at most",
  covers: ["IST0160"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const whole = settledObjects(graph, telemetryType, find).filter((object) => {
      const spec = telemetrySpec(object);
      if (spec === undefined || spec.selector !== undefined) return false;
      // One for a gateway or a waypoint holds only there.
      return spec.targetRef === undefined && (spec.targetRefs ?? []).length === 0;
    });
    for (const group of sharingNamespace(whole)) {
      for (const object of group) {
        const others = printNames(othersThan(object, group));
        find({
          outcome: "fail",
          origin: object.origin(["spec"]),
          message: `holds for the whole namespace ${object.namespace}, and so does ${others}`,
          fix: "make one Telemetry of them, or give all but one a selector",
        });
      }
    }
  },
};

import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import { modeOfNamespace } from "../../graph/objects/injection.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import { isAmbient } from "./is-ambient.ts";

/** A Sidecar holds for workloads that have a sidecar. In ambient mode there is none, and it does nothing. */
export const sidecarInAmbient: Rule = {
  id: "sidecar/sidecar-in-ambient",
  code: "HED4443",
  severity: "warning",
  summary: "a Sidecar is not used in ambient mode",
  covers: ["IST0167"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, sidecarType, find)) {
      const { namespace } = object;
      const labels = sidecarSpec(object)?.workloadSelector?.labels ?? {};
      const whole = Object.keys(labels).length === 0;
      const pod = podsSelectedBy(graph, namespace, labels).find(isAmbient);
      if (whole ? modeOfNamespace(graph, namespace) !== "ambient" : pod === undefined) continue;
      const target = whole
        ? `namespace ${namespace}`
        : `${pod?.object.kind ?? ""} ${pod?.name ?? ""}`;
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message: `has no effect, because ${target} is in ambient mode`,
        fix: "delete the Sidecar, or express what it is for with a waypoint",
      });
    }
  },
};

import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import { modeOfNamespace } from "../../graph/objects/injection.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import { othersThan, printNames, sharingNamespace } from "./overlapping-selectors.ts";

/** A namespace has one Sidecar without a selector at most: which of several holds is not defined. */
export const severalNamespaceSidecars: Rule = {
  id: "sidecar/several-namespace-sidecars",
  code: "HED4442",
  severity: "error",
  summary: "a namespace has one Sidecar without a selector at most",
  covers: ["IST0111", "KIA0002"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const whole = settledObjects(graph, sidecarType, find).filter((object) => {
      const labels = sidecarSpec(object)?.workloadSelector?.labels ?? {};
      return Object.keys(labels).length === 0;
    });
    for (const group of sharingNamespace(whole)) {
      for (const object of group) {
        if (modeOfNamespace(graph, object.namespace) === "ambient") continue;
        const others = printNames(othersThan(object, group));
        find({
          outcome: "fail",
          origin: object.origin(["spec"]),
          message: `holds for the whole namespace ${object.namespace}, and so does ${others}`,
          fix: "make one Sidecar of them, or give all but one a workloadSelector",
        });
      }
    }
  },
};

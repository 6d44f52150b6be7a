import type { Rule } from "../rule.ts";
import { istioAnnotations } from "./annotated.ts";
import { annotationFault } from "./annotation-values.ts";

/** Values of the annotations that the injector reads have the form that it accepts: otherwise no pod is created. */
export const invalidAnnotation: Rule = {
  id: "annotations/invalid-annotation",
  code: "HED4112",
  severity: "warning",
  summary: "annotations of Istio have a value that it accepts",
  covers: ["IST0125"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { name, value, known, kind, origin } of istioAnnotations(graph)) {
      // Where it has no effect, its value says nothing.
      if (known?.value === undefined || !known.kinds.split(" ").includes(kind)) continue;
      const expected = annotationFault(known.value, value);
      if (expected === undefined) continue;
      const got = value.length > 80 ? `${value.slice(0, 80)}…` : value;
      const message = `${name} is ${JSON.stringify(got)}; allowed: ${expected}`;
      find({ outcome: "fail", origin, message, fix: `write ${expected}` });
    }
  },
};

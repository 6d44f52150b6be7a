import type { Rule } from "../rule.ts";
import { istioAnnotations } from "./annotated.ts";

/** Every annotation of Istio stands on a kind that it works on: elsewhere it is ignored. */
export const misplacedAnnotation: Rule = {
  id: "annotations/misplaced-annotation",
  code: "HED4111",
  severity: "warning",
  summary: "annotations of Istio stand on the kind that they work on",
  covers: ["IST0107"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { name, known, kind, origin } of istioAnnotations(graph)) {
      if (known === undefined) continue;
      const kinds = known.kinds.split(" ");
      if (kinds.includes("Any") || kinds.includes(kind)) continue;
      const message = `${name} has no effect on a ${kind}; it works on: ${kinds.join(", ")}`;
      const inTemplate = kinds.includes("Pod") && kind !== "Namespace" && kind !== "Service";
      const fix = inTemplate
        ? "move it to the annotations of the pod's template (spec.template.metadata.annotations)"
        : `move it to a ${kinds.join(" or ")}`;
      find({ outcome: "fail", origin, message, fix });
    }
  },
};

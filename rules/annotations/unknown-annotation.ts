import { closest, distance } from "fastest-levenshtein";
import type { Rule } from "../rule.ts";
import { istioAnnotations } from "./annotated.ts";
import { annotationNames } from "./annotation-registry.ts";
import { isIstioLabel } from "./istio-labels.ts";

/** Every annotation in Istio's namespace of names is one that Istio knows: it ignores any other without a word. */
export const unknownAnnotation: Rule = {
  id: "annotations/unknown-annotation",
  code: "HED4110",
  severity: "warning",
  summary: "annotations of Istio have names that it knows",
  covers: ["IST0108"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { name, known, origin } of istioAnnotations(graph)) {
      if (known !== undefined) continue;
      const message = `${name} is no annotation of Istio, which ignores it`;
      find({ outcome: "fail", origin, message, fix: fixFor(name) });
    }
  },
};

function fixFor(name: string): string {
  if (isIstioLabel(name)) return `${name} is a label: move it to metadata.labels`;
  const near = closest(name, annotationNames);
  return distance(name, near) <= 4
    ? `write ${near}, if that is meant; otherwise remove it`
    : "remove it, or correct its name";
}

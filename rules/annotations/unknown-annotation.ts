import { closest, distance } from "fastest-levenshtein";
import type { Edit } from "../../diagnostics/index.ts";
import { onlyClose } from "../../model/closest.ts";
import type { Rule } from "../rule.ts";
import { istioAnnotations, type Annotation } from "./annotated.ts";
import { annotationNames } from "./annotation-registry.ts";
import { isIstioLabel } from "./istio-labels.ts";
import { moveEntry } from "./move-entry.ts";

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
    for (const annotation of istioAnnotations(graph)) {
      const { name, known, origin } = annotation;
      if (known !== undefined) continue;
      const message = `${name} is no annotation of Istio, which ignores it`;
      find({ outcome: "fail", origin, message, fix: fixFor(name), ...editsFor(annotation) });
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

function editsFor(annotation: Annotation): { readonly edits?: readonly Edit[] } {
  const { name, labels, beside, origin } = annotation;
  if (isIstioLabel(name)) {
    return Object.hasOwn(labels, name) ? {} : { edits: moveEntry(annotation, "labels") };
  }
  const near = onlyClose(name, annotationNames);
  if (near === undefined || Object.hasOwn(beside, near)) return {};
  return { edits: [{ kind: "rename", path: origin.path, to: near }] };
}

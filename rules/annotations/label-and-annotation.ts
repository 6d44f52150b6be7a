import type { Path } from "../../diagnostics/index.ts";
import type { Origin } from "../../graph/graph.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import type { Finding, Rule } from "../rule.ts";
import { findAnnotation } from "./annotation-registry.ts";
import { isIstioLabel } from "./istio-labels.ts";
import { moveEntry } from "./move-entry.ts";

/** Labels of Istio are written as labels and annotations as annotations: the other way round they do nothing. */
export const labelAndAnnotation: Rule = {
  id: "annotations/label-and-annotation",
  code: "HED4114",
  severity: "warning",
  summary: "labels of Istio are labels, and annotations are annotations",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const type of ["/Namespace", "/Service"]) {
      for (const object of objectsOf(graph, type)) checkMetadata(object, find);
    }
    for (const pod of virtualPods(graph)) checkMetadata(pod, find);
  },
};

interface Labelled {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  origin(path?: Path): Origin;
}

function checkMetadata(labelled: Labelled, find: (finding: Finding) => void): void {
  const { labels, annotations } = labelled;
  // The other names are reported as unknown annotations.
  const injection = annotations["istio-injection"];
  if (injection !== undefined) {
    const origin = labelled.origin(["metadata", "annotations", "istio-injection"]);
    const message = "istio-injection is written as an annotation, where it has no effect";
    const entry = { name: "istio-injection", value: injection, origin };
    const edits = Object.hasOwn(labels, entry.name) ? {} : { edits: moveEntry(entry, "labels") };
    find({ outcome: "fail", origin, message, fix: "move it to metadata.labels", ...edits });
  }
  for (const name in labels) {
    if (isIstioLabel(name) || findAnnotation(name) === undefined) continue;
    const value = labels[name] ?? "";
    const origin = labelled.origin(["metadata", "labels", name]);
    const message = `${name} is written as a label, where it has no effect`;
    const edits = Object.hasOwn(annotations, name)
      ? {}
      : { edits: moveEntry({ name, value, origin }, "annotations") };
    find({ outcome: "fail", origin, message, fix: "move it to the annotations", ...edits });
  }
}

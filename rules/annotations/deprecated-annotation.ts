import type { Rule } from "../rule.ts";
import { istioAnnotations } from "./annotated.ts";
import { moveEntry } from "./move-entry.ts";

const inject = "sidecar.istio.io/inject";

/** No annotation is used that Istio has marked as deprecated. */
export const deprecatedAnnotation: Rule = {
  id: "annotations/deprecated-annotation",
  code: "HED4113",
  severity: "info",
  summary: "no deprecated annotation of Istio is used",
  covers: ["IST0135"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const annotation of istioAnnotations(graph)) {
      const { name, value, known, kind, labels, origin } = annotation;
      if (known?.deprecated !== true) continue;
      // With the label beside it, the annotation is there for older versions.
      if (name === inject && Object.hasOwn(labels, inject)) continue;
      const message = `the annotation ${name} is deprecated and may not work in a later version`;
      const fix =
        name === inject ? `use the label ${inject}: ${JSON.stringify(value)}` : "remove it";
      // istioctl looks at pods, and not at the templates that they are made of.
      const inTemplate = kind === "Pod" && origin.object?.kind !== "Pod";
      // The label knows no other words.
      const isPlain = name === inject && kind === "Pod" && (value === "true" || value === "false");
      const edits = isPlain ? { edits: moveEntry(annotation, "labels") } : {};
      const covers = inTemplate ? { covers: [] } : {};
      find({ outcome: "fail", origin, message, fix, ...covers, ...edits });
    }
  },
};

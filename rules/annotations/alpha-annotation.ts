import type { Rule } from "../rule.ts";
import { istioAnnotations } from "./annotated.ts";

/** Annotations of features in their alpha phase are named: they may change or go with any version. */
export const alphaAnnotation: Rule = {
  id: "annotations/alpha-annotation",
  code: "HED4650",
  severity: "info",
  summary: "annotations of alpha features are known to be there",
  covers: ["IST0136"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { name, known, kind, origin } of istioAnnotations(graph)) {
      if (known?.status !== "alpha") continue;
      // istioctl looks at pods, and not at the templates that they are made of.
      const inTemplate = kind === "Pod" && origin.object?.kind !== "Pod";
      find({
        outcome: "fail",
        origin,
        message: `the annotation ${name} belongs to a feature in its alpha phase, which may be incomplete`,
        fix: "read its notes before every upgrade, or do without it",
        ...(inTemplate ? { covers: [] } : {}),
      });
    }
  },
};

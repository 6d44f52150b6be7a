import type { Rule } from "../rule.ts";
import {
  applicationNamespaces,
  injectionLabel,
  modeLabel,
  revisionLabel,
} from "./injection-labels.ts";

/** A namespace says in one way how its pods get into the mesh. */
export const conflictingLabels: Rule = {
  id: "namespaces/conflicting-labels",
  code: "HED4121",
  severity: "warning",
  summary: "one label decides how the pods of a namespace get into the mesh",
  covers: ["IST0123"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const namespace of applicationNamespaces(graph)) {
      const { labels } = namespace;
      const injection = labels[injectionLabel];
      // A namespace that is kept out may carry the others without effect.
      if (injection !== undefined && injection !== "enabled") continue;
      const said = [injectionLabel, revisionLabel, modeLabel].flatMap((name) => {
        const value = labels[name];
        return value === undefined ? [] : [`${name}=${value}`];
      });
      if (said.length < 2) continue;
      find({
        outcome: "fail",
        origin: namespace.origin(["metadata", "labels"]),
        message: `${said.join(" and ")} say different ways into the mesh, and which one wins is not defined`,
        fix: `keep one of the labels ${injectionLabel}, ${revisionLabel} and ${modeLabel}`,
      });
    }
  },
};

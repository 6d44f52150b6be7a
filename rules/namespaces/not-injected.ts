import type { Rule } from "../rule.ts";
import { applicationNamespaces, saysNothing } from "./injection-labels.ts";
import { injectsByDefault } from "./injector-config.ts";

/** Every namespace says whether it is in the mesh. */
export const notInjected: Rule = {
  id: "namespaces/not-injected",
  code: "HED4120",
  severity: "info",
  summary: "every namespace says whether its pods are in the mesh",
  covers: ["IST0102"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (injectsByDefault(graph)) return;
    for (const namespace of applicationNamespaces(graph)) {
      if (!saysNothing(namespace)) continue;
      find({
        outcome: "fail",
        origin: namespace.origin(["metadata", "labels"]),
        message: "no label puts the namespace into the mesh, and its pods get no proxy",
        fix: "add the label istio-injection: enabled, or istio-injection: disabled to say that it stays outside",
      });
    }
  },
};

import type { Rule } from "../rule.ts";
import { applicationNamespaces, saysNothing } from "./injection-labels.ts";
import { injectsByDefault } from "./injector-config.ts";

/** Where the injector takes all namespaces, each says whether it wants to. */
export const injectedByDefault: Rule = {
  id: "namespaces/injected-by-default",
  code: "HED4122",
  severity: "info",
  summary: "no namespace is in the mesh only because the injector takes all",
  covers: ["IST0148"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (!injectsByDefault(graph)) return;
    for (const namespace of applicationNamespaces(graph)) {
      if (!saysNothing(namespace)) continue;
      find({
        outcome: "fail",
        origin: namespace.origin(["metadata", "labels"]),
        message: "the pods get a proxy, because the injector has enableNamespacesByDefault",
        fix: "add the label istio-injection with enabled or disabled",
      });
    }
  },
};

import {
  requestAuthenticationSpec,
  requestAuthenticationType,
} from "../../graph/kinds/request-authentication.ts";
import { nothingSelected, printLabels, scopeOfPolicy } from "../access/selector-target.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** Every RequestAuthentication with a selector selects a workload. Otherwise nobody checks the tokens. */
export const jwtSelectorWithoutWorkload: Rule = {
  id: "jwt/selector-without-workload",
  code: "HED4432",
  severity: "warning",
  summary: "a RequestAuthentication with a selector selects a workload",
  covers: ["KIA0004"],
  reads: ["objects", "workloads"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, requestAuthenticationType, find)) {
      const labels = requestAuthenticationSpec(object)?.selector?.matchLabels ?? {};
      if (Object.keys(labels).length === 0) continue;
      const outcome = nothingSelected(graph, {
        labels,
        namespace: scopeOfPolicy(graph, object.namespace),
      });
      if (outcome === undefined) continue;
      find({
        outcome,
        origin: object.origin(["spec", "selector", "matchLabels"]),
        message: `no workload in namespace ${object.namespace} has the labels ${printLabels(labels)}`,
        fix: "correct the labels or the namespace, or delete the RequestAuthentication",
        absent: ["workload"],
      });
    }
  },
};

import {
  peerAuthenticationSpec,
  peerAuthenticationType,
} from "../../graph/kinds/peer-authentication.ts";
import { nothingSelected, printLabels } from "../access/selector-target.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** Every PeerAuthentication with a selector selects a workload of its namespace. Otherwise it protects nothing. */
export const mtlsSelectorWithoutWorkload: Rule = {
  id: "mtls/selector-without-workload",
  code: "HED4421",
  severity: "warning",
  summary: "a PeerAuthentication with a selector selects a workload",
  covers: ["KIA0004"],
  reads: ["objects", "workloads"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, peerAuthenticationType, find)) {
      const labels = peerAuthenticationSpec(object)?.selector?.matchLabels ?? {};
      if (Object.keys(labels).length === 0) continue;
      const outcome = nothingSelected(graph, { labels, namespace: object.namespace });
      if (outcome === undefined) continue;
      find({
        outcome,
        origin: object.origin(["spec", "selector", "matchLabels"]),
        message: `no workload in namespace ${object.namespace} has the labels ${printLabels(labels)}`,
        fix: "correct the labels or the namespace, or delete the PeerAuthentication",
        absent: ["workload"],
      });
    }
  },
};

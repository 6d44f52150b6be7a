import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { nothingSelected, printLabels } from "../access/selector-target.ts";
import { settledObjects } from "../access/settled-objects.ts";
import { namesGateway } from "../gateway/names-gateway.ts";
import type { Rule } from "../rule.ts";

/** Every Telemetry with a selector selects a workload of its namespace. Otherwise nobody reports what it asks for. */
export const telemetrySelectorWithoutWorkload: Rule = {
  id: "telemetry/selector-without-workload",
  code: "HED4450",
  severity: "error",
  summary: "a Telemetry with a selector selects a workload",
  covers: ["IST0101", "KIA0004"],
  reads: ["objects", "workloads"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, telemetryType, find)) {
      const labels = telemetrySpec(object)?.selector?.matchLabels ?? {};
      if (Object.keys(labels).length === 0) continue;
      if (namesGateway(graph, labels, object.namespace)) continue;
      const outcome = nothingSelected(graph, { labels, namespace: object.namespace });
      if (outcome === undefined) continue;
      find({
        outcome,
        origin: object.origin(["spec", "selector", "matchLabels"]),
        message: `no workload in namespace ${object.namespace} has the labels ${printLabels(labels)}`,
        absent: ["workload"],
        fix: "correct the labels or the namespace, or delete the Telemetry",
      });
    }
  },
};

import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { podsIn } from "../../graph/objects/virtual-pods.ts";
import { describesNamespace } from "../find-service.ts";
import { findDestination } from "../routing/find-destination.ts";
import type { Rule } from "../rule.ts";

/** A DestinationRule is in the namespace of the service, of a client of it, or in the root one: only there it is found. */
export const lookupPath: Rule = {
  id: "destinations/lookup-path",
  code: "HED4763",
  severity: "warning",
  summary: "a DestinationRule is where clients look for it",
  covers: [],
  reads: ["objects", "services", "workloads"],
  needs: [],
  check(graph, find) {
    // Without any workload here, nothing says that a namespace has none.
    if (graph.workloads.length === 0) return;
    for (const object of objectsOf(graph, destinationRuleType)) {
      const { namespace } = object;
      // Pods of the namespace are its clients.
      if (namespace === rootNamespace(graph) || podsIn(graph, namespace).length > 0) continue;
      const { host = "", exportTo } = destinationRuleSpec(object) ?? {};
      if (host === "" || host.startsWith("*")) continue;
      const found = findDestination(graph, host, { namespace, exportTo });
      if (found.kind !== "found" || found.host.namespace === namespace) continue;
      if (describesNamespace(graph, namespace)) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "host"]),
        message: `is for ${host} of namespace ${found.host.namespace}, and namespace ${namespace} has no workload that calls it: nobody looks for the rule here`,
        fix: `move it to namespace ${found.host.namespace}`,
        absent: ["workload"],
      });
    }
  },
};

import { podsIn } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { checkedServices } from "./checked-services.ts";
import { selectsAnyPod } from "../destinations/labelled-pods.ts";
import { podsOfService } from "./pods-of-services.ts";

/** A service with a selector selects at least one of the workloads of its namespace. */
export const selectsNothing: Rule = {
  id: "services/selects-nothing",
  code: "HED4133",
  severity: "info",
  summary: "a service selects at least one workload",
  covers: [],
  reads: ["objects", "workloads"],
  needs: [],
  check(graph, find) {
    for (const service of checkedServices(graph)) {
      if (podsOfService(graph, service).length > 0) continue;
      const { object, spec } = service;
      const labels = Object.entries(spec.selector ?? {});
      if (labels.length === 0 || spec.type === "ExternalName") continue;
      // In a namespace without any workload here, they are deployed by somebody else.
      if (
        podsIn(graph, object.namespace).length === 0 ||
        // Machines outside the cluster, and what a model vouches for.
        selectsAnyPod(graph, spec.selector ?? {}, object.namespace)
      ) {
        continue;
      }
      const selector = labels.map(([key, value]) => `${key}=${value}`).join(", ");
      find({
        outcome: "fail",
        origin: object.origin(["spec", "selector"]),
        message: `no workload in ${object.namespace} has the labels ${selector}`,
        absent: ["workload"],
        within: object.namespace,
        fix: "correct the selector, or deploy the workload",
      });
    }
  },
};

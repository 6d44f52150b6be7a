import type { Rule } from "../rule.ts";
import { lostPorts } from "./target-ports.ts";

/** A target port by name is the name of a port of at least one workload that the service selects. */
export const unknownTargetPort: Rule = {
  id: "services/unknown-target-port",
  code: "HED4132",
  severity: "warning",
  summary: "the named target ports of a service are ports of its workloads",
  covers: ["KIA0701"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { service, index, target, listed } of lostPorts(graph)) {
      if (typeof target === "number") continue;
      find({
        outcome: "fail",
        origin: service.object.origin(["spec", "ports", index]),
        message: `target port ${JSON.stringify(target)} is on none of the workloads that the service selects; they have: ${listed}`,
        fix: "set targetPort to the name of one of these ports, or name the port of the container",
      });
    }
  },
};

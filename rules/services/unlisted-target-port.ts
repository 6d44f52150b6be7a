import type { Rule } from "../rule.ts";
import { lostPorts } from "./target-ports.ts";

/** A target port by number is listed by at least one workload that the service selects, where these list ports. */
export const unlistedTargetPort: Rule = {
  id: "services/unlisted-target-port",
  code: "HED4134",
  severity: "info",
  summary: "the target ports of a service are listed by its workloads",
  covers: ["KIA0701"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { service, index, target, listed } of lostPorts(graph)) {
      if (typeof target !== "number") continue;
      find({
        outcome: "fail",
        origin: service.object.origin(["spec", "ports", index]),
        message: `target port ${String(target)} is listed by none of the workloads that the service selects; they list: ${listed}`,
        fix: "correct targetPort, or list the port in the container",
      });
    }
  },
};

import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** No ServiceEntry opens a whole top-level domain. */
export const wildcardHost: Rule = {
  id: "egress/wildcard-host",
  code: "HED4605",
  severity: "info",
  summary: "no ServiceEntry names a whole top-level domain",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, serviceEntryType, find)) {
      const { hosts = [], location } = serviceEntrySpec(object) ?? {};
      if (location === "MESH_INTERNAL") continue;
      const index = hosts.findIndex((host) => /^\*(?:\.[^.]+)?$/.test(host));
      if (index < 0 || /\.(?:local|internal|global)$/.test(hosts[index] ?? "")) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "hosts", index]),
        message: `${hosts[index] ?? ""} lets workloads call every host of a top-level domain`,
        fix: "name the hosts, or the domains of those whom you trust (*.bank.example)",
      });
    }
  },
};

import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** A rule names each destination once. The same one twice is a split that was not written as it was meant. */
export const repeatedDestination: Rule = {
  id: "routing/repeated-destination",
  code: "HED4211",
  severity: "warning",
  summary: "a rule of a VirtualService names each destination once",
  covers: ["KIA1105"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, virtualServiceType)) {
      const spec = virtualServiceSpec(object);
      for (const protocol of ["http", "tcp", "tls"] as const) {
        const rules = spec?.[protocol] ?? [];
        if (!rules.some(({ route = [] }) => route.length > 1)) continue;
        for (const [index, { route = [] }] of rules.entries()) {
          const seen = new Set<string>();
          for (const [place, { destination, ...rest }] of route.entries()) {
            const { host = "", subset = "", port } = destination ?? {};
            const full = completeHost(host, object.namespace);
            // The same version with other headers is a split of its own.
            const key = JSON.stringify([full, subset, port?.number, rest["headers"]]);
            if (host !== "" && seen.has(key)) {
              find({
                outcome: "fail",
                origin: object.origin(["spec", protocol, index, "route", place]),
                message: `sends to ${host}${subset === "" ? "" : ` (${subset})`} a second time in one rule`,
                fix: "correct the subset, or merge the two with the sum of their weights",
              });
            }
            seen.add(key);
          }
        }
      }
    }
  },
};

import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { judgeHost } from "../routing/judge-host.ts";
import { meetsKnownHost } from "./meets-known-host.ts";

/** The host of a DestinationRule exists and can be seen from its namespace. Otherwise it changes nothing. */
export const unknownHost: Rule = {
  id: "destinations/unknown-host",
  code: "HED4231",
  severity: "warning",
  summary: "the host of a DestinationRule exists",
  covers: ["IST0174", "KIA0202"],
  reads: ["objects", "services", "workloads"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, destinationRuleType)) {
      const { host = "", exportTo } = destinationRuleSpec(object) ?? {};
      if (host === "" || (host.startsWith("*") && meetsKnownHost(graph, host))) continue;
      const verdict = judgeHost(graph, host, { namespace: object.namespace, exportTo });
      if (verdict.kind === "found" || verdict.kind === "vouched") continue;
      const origin = object.origin(["spec", "host"]);
      if (verdict.kind === "elsewhere") {
        find({
          outcome: "unknown",
          origin,
          message: `is for ${host}, and namespace ${verdict.namespace} is not described here`,
          fix: "check the host by hand, or describe that namespace too",
        });
        continue;
      }
      const why =
        verdict.kind === "absent"
          ? "which no service and no service entry has"
          : `which ${verdict.host.object.origin().source} does not export to it`;
      find({
        outcome: "fail",
        origin,
        message: `is for ${host}, ${why}`,
        fix: "correct the host, or declare it: a Service, or a ServiceEntry",
        absent: ["service"],
      });
    }
  },
};

import type { Rule } from "../rule.ts";
import { httpRules } from "./http-rules.ts";

/** Faults that are injected for everybody are named: they are meant for tests. */
export const faultInjected: Rule = {
  id: "routing/fault-injected",
  code: "HED4756",
  severity: "info",
  summary: "faults are injected only for requests that ask for them",
  covers: [],
  reads: ["objects", "routes"],
  needs: [],
  check(graph, find) {
    for (const rules of httpRules(graph, "fault")) {
      for (const { fault, match = [], at } of rules) {
        if (fault?.delay === undefined && fault?.abort === undefined) continue;
        const isForAll =
          match.length === 0 ||
          match.some(({ headers = {}, sourceLabels = {} }) => {
            return Object.keys(headers).length + Object.keys(sourceLabels).length === 0;
          });
        if (!isForAll) continue;
        const what = [
          ...(fault.delay === undefined ? [] : ["delays"]),
          ...(fault.abort === undefined ? [] : ["errors"]),
        ];
        find({
          outcome: "fail",
          origin: at(["fault"]),
          message: `injects ${what.join(" and ")} into the requests of every caller`,
          fix: "match a header that only tests send, or remove the fault",
        });
      }
    }
  },
};

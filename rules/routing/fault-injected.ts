import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** Faults that are injected for everybody are named: they are meant for tests. */
export const faultInjected: Rule = {
  id: "routing/fault-injected",
  code: "HED4756",
  severity: "info",
  summary: "faults are injected only for requests that ask for them",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, virtualServiceType)) {
      const routes = virtualServiceSpec(object)?.http ?? [];
      for (const [index, { fault, match = [] }] of routes.entries()) {
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
          origin: object.origin(["spec", "http", index, "fault"]),
          message: `injects ${what.join(" and ")} into the requests of every caller`,
          fix: "match a header that only tests send, or remove the fault",
        });
      }
    }
  },
};

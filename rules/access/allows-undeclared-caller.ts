import { workloadsOf } from "../../graph/query.ts";
import type { Policy } from "../change/access-scopes.ts";
import type { Rule } from "../rule.ts";
import { declaredCalls } from "./declared-calls.ts";
import { policiesFor } from "./policies-for.ts";
import { sourcesOf } from "./sources-of.ts";

/** Access rules name only callers that are declared to call, where callers are declared. */
export const allowsUndeclaredCaller: Rule = {
  id: "access/allows-undeclared-caller",
  code: "HED4731",
  severity: "info",
  summary: "access rules name no caller that is not declared to call",
  covers: [],
  reads: ["objects", "services", "workloads", "calls"],
  needs: [],
  check(graph, find) {
    const { byId, callers, identities } = declaredCalls(graph);
    const told = new Set<string>();
    for (const [to, froms] of callers) {
      const callee = byId.get(to);
      if (callee === undefined || callee.external) continue;
      const policies = workloadsOf(graph, callee).flatMap((pod) => policiesFor(graph, pod));
      for (const { policy, path, principal, identity } of new Set(policies)
        .values()
        .flatMap(named)) {
        const caller = identities.get(identity);
        if (caller === undefined || caller === to || froms.has(caller)) continue;
        const key = `${policy.object.origin().source} ${path.join(".")}`;
        if (told.has(key)) continue;
        told.add(key);
        find({
          outcome: "fail",
          origin: policy.object.origin(path),
          message: `lets "${principal}" call ${to}, and ${caller} is not declared to call it`,
          fix: `take the principal out, or declare the call of ${caller}`,
        });
      }
    }
  },
};

/** The principals that an ALLOW names in full. */
function named(policy: Policy) {
  if (policy.action !== "ALLOW") return [];
  return sourcesOf(policy.object).flatMap(({ source, path }) =>
    (source.principals ?? []).flatMap((principal, index) => {
      const [, identity] = /^(?:[^/*]+|\*)\/(ns\/[^/*]+\/sa\/[^/*]+)$/.exec(principal) ?? [];
      const place = [...path, "principals", index];
      return identity === undefined ? [] : [{ policy, path: place, principal, identity }];
    }),
  );
}

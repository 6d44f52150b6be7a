import type { Graph, ServiceNode } from "../../graph/graph.ts";
import { workloadsOf } from "../../graph/query.ts";
import { casesOf, type AccessCase } from "../change/access-cases.ts";
import type { Policy } from "../change/access-scopes.ts";
import { callersOfService, type DeclaredCaller } from "../change/declared-callers.ts";
import type { Rule } from "../rule.ts";
import { mayBeCaller, mustBeCaller } from "./case-of-caller.ts";
import { policiesFor } from "./policies-for.ts";

type Read = Pick<Graph, "objects" | "services" | "workloads" | "calls">;

/** The access rules let every declared caller in, as far as its identity decides. */
export const declaredCallDenied: Rule = {
  id: "access/declared-call-denied",
  code: "HED4676",
  severity: "error",
  summary: "access rules let the callers in that are declared",
  covers: [],
  reads: ["objects", "services", "workloads", "calls"],
  needs: ["access"],
  check(graph, find) {
    for (const service of graph.services) {
      if (service.external) continue;
      for (const caller of callersOfService(graph, service)) {
        const fault = refusal(graph, service, caller);
        if (fault === undefined) continue;
        const { object, action } = fault.policy;
        const open = object.unresolved.some(([first]) => first !== "metadata");
        find({
          outcome: open || !fault.meshed ? "unknown" : "fail",
          origin: object.origin(["spec"]),
          message:
            action === "DENY"
              ? `${caller.service} calls ${service.id}, and this refuses its identity ${caller.identity}`
              : `${caller.service} calls ${service.id}, and no ALLOW lets its identity ${caller.identity} in`,
          fix:
            action === "DENY"
              ? `take ${caller.service} out of this rule, or the call out of the mesh`
              : `add a rule for the principal */${caller.identity}, or take the call out of the mesh`,
          ...(action === "DENY" ? {} : { absent: ["access"] }),
        });
      }
    }
  },
};

/** The policy that keeps a caller out of some workload of a service, whatever it asks for. */
function refusal(graph: Read, service: ServiceNode, caller: DeclaredCaller) {
  for (const { namespace, labels, inMesh } of workloadsOf(graph, service)) {
    if (inMesh === false) continue;
    const holding = policiesFor(graph, { namespace, labels });
    const policy = refusing(holding, caller);
    if (policy !== undefined) return { policy, meshed: inMesh === true };
  }
  return undefined;
}

function refusing(holding: readonly Policy[], caller: DeclaredCaller): Policy | undefined {
  const some = (test: (one: AccessCase, caller: DeclaredCaller) => boolean) => (policy: Policy) =>
    casesOf(policy.spec).some((each) => test(each, caller));
  const denying = holding.filter(({ action }) => action === "DENY").find(some(mustBeCaller));
  if (denying !== undefined) return denying;
  const allowing = holding.filter(({ action }) => action === "ALLOW");
  return allowing.some(some(mayBeCaller)) ? undefined : allowing[0];
}

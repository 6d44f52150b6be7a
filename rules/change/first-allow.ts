import type { ServiceNode } from "../../graph/graph.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { Change, ChangeRule } from "../rule.ts";
import { casesOf } from "./access-cases.ts";
import { appliesTo, policiesOf, type Policy } from "./access-scopes.ts";
import { allowsCaller, callersOfService } from "./declared-callers.ts";

/** The first ALLOW for a service, which shuts out everybody else, lets in who calls it. */
export const firstAllow: ChangeRule = {
  id: "change/first-allow",
  code: "HED4707",
  severity: "error",
  summary: "the first ALLOW for a workload lets its declared callers in",
  covers: [],
  reads: ["objects", "services", "calls"],
  needs: [],
  check(change, find) {
    const { after } = change;
    for (const service of after.services) {
      const { pod, allows } = closedNow(change, service);
      const [first] = allows;
      if (pod === undefined || first === undefined) continue;
      const cases = allows.flatMap(({ spec }) => casesOf(spec));
      const origin = first.object.origin(["spec"]);
      const callers = callersOfService(after, service);
      for (const caller of callers) {
        if (cases.some((each) => allowsCaller(each, caller))) continue;
        find({
          outcome: "fail",
          origin,
          message: `everybody could call ${service.host}, and from now on ${caller.service} may not: no ALLOW lets in its identity ${caller.identity}`,
          fix: "allow it in this policy; try the policy with the annotation istio.io/dry-run first",
        });
      }
      if (callers.length > 0) continue;
      find({
        outcome: "unknown",
        origin,
        message: `everybody could call ${service.host}, and from now on only those whom this policy names; nothing here says who calls it`,
        fix: "declare its callers in a mesh that is checked together with this, or try the policy with the annotation istio.io/dry-run first",
      });
    }
  },
};

/** A running pod of a service that was open and has ALLOW policies now, and those. */
function closedNow(
  { before, after }: Change,
  { namespace, selector }: ServiceNode,
): { readonly pod: VirtualPod | undefined; readonly allows: readonly Policy[] } {
  const pods = selector === undefined ? [] : podsSelectedBy(before, namespace, selector);
  const pod = pods.find((each) => each.mode !== "none");
  if (pod === undefined || allowsFor(before, pod).length > 0) return { pod: undefined, allows: [] };
  return { pod, allows: allowsFor(after, pod) };
}

function allowsFor(graph: Change["before"], pod: VirtualPod): readonly Policy[] {
  return policiesOf(graph).filter((each) => each.action === "ALLOW" && appliesTo(each, pod));
}

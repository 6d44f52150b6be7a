import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy, virtualPods } from "../../graph/objects/virtual-pods.ts";
import type { ChangeRule } from "../rule.ts";
import { appliesTo, isAsWide, policiesOf, type Policy } from "./access-scopes.ts";

/** What policies protect is not left without any. */
export const accessRemoved: ChangeRule = {
  id: "change/access-removed",
  code: "HED4709",
  severity: "error",
  summary: "no workload loses the last of its access rules",
  covers: [],
  reads: ["objects"],
  needs: [],
  check({ before, after }, find) {
    const now = policiesOf(after);
    for (const policy of policiesOf(before)) {
      const { object, action } = policy;
      if (action === "AUDIT") continue;
      const alike = now.filter((each) => each.action === action);
      const open = openedBy(policy, alike, after);
      if (open === undefined) continue;
      const kept = now.find(
        (each) => each.object.namespace === object.namespace && each.object.name === object.name,
      );
      const origin = (kept?.object ?? object).origin(["spec"]);
      find({
        outcome: "fail",
        origin,
        message: `${kept === undefined ? "this was the last" : "this changes, and was the last"} ${action} for ${open}: ${consequence(action)}`,
        fix: "keep a policy of this action for it, or say on purpose that everybody may: an ALLOW with one empty rule",
        ...(kept === undefined ? { absent: ["access"] } : {}),
      });
    }
  },
};

/** What a policy was for and no other of its action is for now; undefined where there is nothing. */
function openedBy(
  policy: Policy,
  alike: readonly Policy[],
  after: ObjectGraph,
): string | undefined {
  if (alike.some((each) => isAsWide(each, policy))) return undefined;
  const scope = policy.namespace === undefined ? "the mesh" : `namespace ${policy.namespace}`;
  if (policy.target !== "") return `its target in ${scope}`;
  // Nothing describes the workloads, so that the policy itself is all there is to go by.
  if (virtualPods(after).length === 0) return `its workloads in ${scope}`;
  const open = podsSelectedBy(after, policy.namespace, policy.labels).find(
    (pod) => pod.mode !== "none" && !alike.some((each) => appliesTo(each, pod)),
  );
  return open && `${open.object.kind} ${open.namespace}/${open.name}`;
}

function consequence(action: string): string {
  if (action === "ALLOW") return "without any, everybody may call it";
  return action === "DENY" ? "nobody is kept out any more" : "nobody asks the provider any more";
}

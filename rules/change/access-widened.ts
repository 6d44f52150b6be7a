import type { ChangeRule } from "../rule.ts";
import { isAsWide, policiesOf, type Policy } from "./access-scopes.ts";
import { casesOf, isCovered, type AccessCase } from "./access-cases.ts";

/** More access is something that somebody looks at. */
export const accessWidened: ChangeRule = {
  id: "change/access-widened",
  code: "HED4708",
  severity: "warning",
  summary: "nobody gets more access unseen",
  covers: [],
  reads: ["objects"],
  needs: [],
  check({ before, after }, find) {
    const [old, now] = [policiesOf(before), policiesOf(after)];
    for (const policy of now.filter(({ action }) => action === "ALLOW")) {
      const allowed = casesFor(policy, old);
      // Without an ALLOW before, everybody was let in: there is nothing to widen.
      if (allowed === undefined) continue;
      const added = casesOf(policy.spec).find((each) => !isCovered(each, allowed));
      if (added === undefined) continue;
      find({
        outcome: "fail",
        origin: policy.object.origin(["spec", "rules", added.rule]),
        message: "allows requests that were not allowed before",
        fix: "let somebody review who may do what now; suppress this with the reason when that is done",
      });
    }
    for (const policy of old.filter(({ action }) => action === "DENY")) {
      const denied = casesFor(policy, now);
      // Without any, it is `change/access-removed` that speaks.
      if (denied === undefined) continue;
      const lost = casesOf(policy.spec).find((each) => !isCovered(each, denied));
      if (lost === undefined) continue;
      const { namespace, name } = policy.object;
      const kept = now.find(({ object }) => object.namespace === namespace && object.name === name);
      find({
        outcome: "fail",
        origin: kept?.object.origin(["spec"]) ?? policy.object.origin(["spec", "rules", lost.rule]),
        message: `rule ${String(lost.rule)} of AuthorizationPolicy ${name} denied requests that nothing denies any more`,
        fix: "let somebody review who may do what now; suppress this with the reason when that is done",
        absent: ["access"],
      });
    }
  },
};

/** What the policies of the same action say that hold wherever this one does; undefined where there is none. */
function casesFor(policy: Policy, all: readonly Policy[]): readonly AccessCase[] | undefined {
  const alike = all.filter((each) => each.action === policy.action && isAsWide(each, policy));
  return alike.length === 0 ? undefined : alike.flatMap(({ spec }) => casesOf(spec));
}

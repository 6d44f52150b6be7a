import { matchesIdentity } from "./declared-callers.ts";
import { policiesOf } from "./access-scopes.ts";
import { casesOf } from "./access-cases.ts";
import { podPairs } from "./pod-pairs.ts";
import type { ChangeRule } from "../rule.ts";

/** Who gets another identity is let in under both for the time between. */
export const identityChanged: ChangeRule = {
  id: "change/identity-changed",
  code: "HED4721",
  severity: "error",
  summary: "where access rules name a workload, they name its new identity beside the old one",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(change, find) {
    const policies = [...policiesOf(change.before), ...policiesOf(change.after)];
    for (const { before, after } of podPairs(change)) {
      const { namespace, serviceAccount } = after;
      if (before.serviceAccount === serviceAccount) continue;
      const was = `ns/${namespace}/sa/${before.serviceAccount}`;
      const is = `ns/${namespace}/sa/${serviceAccount}`;
      const names = (spec: (typeof policies)[number]["spec"], identity: string): boolean =>
        casesOf(spec).some(({ fields }) =>
          (fields.get("principals") ?? []).some((each) => matchesIdentity(each, identity)),
        );
      const naming = policies.find(
        ({ action, object, spec }) =>
          action === "ALLOW" &&
          names(spec, was) &&
          !policiesOf(change.after).some(
            (each) =>
              each.object.namespace === object.namespace &&
              each.object.name === object.name &&
              names(each.spec, was) &&
              names(each.spec, is),
          ),
      );
      if (naming === undefined) continue;
      const { source } = naming.object.origin();
      find({
        outcome: "fail",
        origin: after.origin(["spec", "serviceAccountName"]),
        message: `runs as ${serviceAccount} instead of ${before.serviceAccount}, and ${source} does not let in both`,
        fix: `allow ${is} beside ${was} before the change, and take the old one out when no pod has it any more`,
      });
    }
  },
};

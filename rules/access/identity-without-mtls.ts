import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import type { Rule } from "../rule.ts";
import { acceptsOnlyPlaintext } from "./accepted-modes.ts";
import { settledObjects } from "./settled-objects.ts";
import { actionOf, filledField, hasTarget, identityFields, sourcesOf } from "./sources-of.ts";

/** Callers are only allowed by identity where there is one: with mTLS. */
export const identityWithoutMtls: Rule = {
  id: "access/identity-without-mtls",
  code: "HED4553",
  severity: "warning",
  summary: "callers are allowed by identity only where mTLS proves it",
  covers: [],
  reads: ["objects", "receiverModes"],
  needs: ["receiver-mode"],
  check(graph, find) {
    const policies = settledObjects(graph, authorizationPolicyType, find);
    // Nearly no mesh has one, and without one no workload is looked for.
    if (!graph.receiverModes.some(({ mode }) => mode === "disabled")) return;
    for (const object of policies) {
      const spec = authorizationPolicySpec(object);
      if (spec === undefined || hasTarget(spec) || actionOf(spec) !== "ALLOW") continue;
      const first = sourcesOf(object).find(
        ({ source }) => filledField(identityFields, source) !== undefined,
      );
      if (first === undefined) continue;
      const pod = acceptsOnlyPlaintext(graph, object, spec);
      if (pod === undefined) continue;
      const field = filledField(identityFields, first.source) ?? "";
      find({
        outcome: "fail",
        origin: object.origin([...first.path, field]),
        message: `allows callers by ${field}, and mTLS is disabled for ${pod.object.kind} ${pod.name}, so that no caller has an identity and the rule matches nobody`,
        fix: "set mTLS to STRICT for the workload",
      });
    }
  },
};

import { z } from "zod";
import { fieldsOf, listOf, mapOf } from "../../model/schema/as-written.ts";
import type { AccessNode } from "../graph.ts";
import { defineLifter } from "./lifter.ts";

const conditions = mapOf(listOf(z.string().optional()).nullish());
const rule = fieldsOf({
  from: listOf(fieldsOf({ source: conditions.nullish() }).optional()).nullish(),
  to: listOf(fieldsOf({ operation: conditions.nullish() }).optional()).nullish(),
  when: listOf(z.unknown()).nullish(),
});
type Rule = z.output<typeof rule>;

/** An AuthorizationPolicy: what it does, and whether one of its rules matches every request of everybody. */
export const liftAuthorizationPolicy = defineLifter({
  kinds: ["security.istio.io/AuthorizationPolicy"],
  places: [
    { path: ["spec", "action"], fact: "access", missing: true },
    { path: ["spec", "rules"], fact: "access", missing: true },
  ],
  schema: fieldsOf({
    spec: fieldsOf({
      action: z.string().optional(),
      rules: listOf(rule.nullish()).nullish(),
    }).nullish(),
  }),
  lift({ spec }, context) {
    if (context.isUnresolved(["spec", "action"]) || context.isUnresolved(["spec", "rules"])) return;
    const action = actions[spec?.action ?? "ALLOW"];
    if (action === undefined) {
      context.leaveOut(
        ["spec", "action"],
        `action is not one of ${Object.keys(actions).join(", ")}`,
      );
      return;
    }
    const open = (spec?.rules ?? []).findIndex((each) => matchesEverything(each ?? {}));
    context.add("access", {
      name: context.name,
      namespace: context.namespace,
      action,
      matchesEverything: open >= 0,
      origin: context.origin(open >= 0 ? ["spec", "rules", open] : ["spec"]),
    });
  },
});

const actions: Readonly<Record<string, AccessNode["action"]>> = {
  ALLOW: "allow",
  DENY: "deny",
  AUDIT: "audit",
  CUSTOM: "custom",
};

/** No condition at all, or one alternative of `from` and of `to` whose every value is a plain `*`. */
function matchesEverything(rule: Rule): boolean {
  if ((rule.when ?? []).length > 0) return false;
  const from = (rule.from ?? []).map((each) => each?.source ?? {});
  const to = (rule.to ?? []).map((each) => each?.operation ?? {});
  return (from.length === 0 || from.some(isOpen)) && (to.length === 0 || to.some(isOpen));
}

const openValues: ReadonlySet<string | undefined> = new Set(["*", "0.0.0.0/0", "::/0"]);

function isOpen(
  fields: Readonly<Record<string, readonly (string | undefined)[] | null | undefined>>,
) {
  return Object.entries(fields).every(
    ([field, values]) =>
      // A JWT is a real condition, whoever signed it; a negation is never open.
      !/^(?:not|requestPrincipals)/.test(field) &&
      (values ?? []).some((each) => openValues.has(each)),
  );
}

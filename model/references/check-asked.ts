import type { Path } from "../../diagnostics/index.ts";
import type { AccessRuleInput } from "../schema/access-schema.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

const identities = ["services", "namespaces", "principals"] as const;

/** Authorisers are asked before a proxy looks at who calls: a rule for one cannot depend on it. */
export function checkAsked(context: ReferenceContext, rule: AccessRuleInput, path: Path): void {
  if (rule.action !== "custom") return;
  for (const [index, { not, ...said }] of (rule.from ?? []).entries()) {
    const place = [...path, "from", index];
    for (const [fields, at] of [
      [said, place],
      [not ?? {}, [...place, "not"]],
    ] as const) {
      for (const key of identities) {
        if (fields[key] === undefined) continue;
        addError(context, {
          code: "HED2077",
          path: [...at, key],
          message: `an authoriser is asked before the caller's identity is looked at; allowed in a rule with action custom: ipBlocks, remoteIpBlocks, to, when`,
          fix: "leave it to the authoriser, or write a deny for the others beside it",
        });
      }
    }
  }
}

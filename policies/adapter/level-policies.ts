import type { ReportViolation, StackValidationPolicy } from "@pulumi/policy";
import type { Rule } from "../../rules/rule.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { judgeRule } from "./judge-rule.ts";
import type { StackResource } from "./read-stack.ts";
import type { Level, RuleLevels } from "./rule-levels.ts";
import type { StackGraph } from "./stack-graph.ts";
import { violationMessage } from "./violation-message.ts";

/** What the policies of a pack share. */
export interface PackContext {
  readonly rules: readonly Rule[];
  readonly levels: RuleLevels;
  readonly elsewhere: Elsewhere;
  readonly graphOf: (resources: readonly StackResource[]) => StackGraph;
}

/**
 * All rules as two policies over the whole stack, because Pulumi gives all violations of a policy one level, and makes a
 * copy of the stack for each policy: `rules` shows, and `blocking-rules` blocks. `rules` comes first and takes the
 * configuration, for both.
 */
export function levelPolicies(pack: PackContext): readonly StackValidationPolicy[] {
  const { levels, elsewhere } = pack;
  return [
    {
      name: "rules",
      description: "The rules that advise are kept.",
      enforcementLevel: "advisory",
      configSchema: {
        properties: { ...levels.schema.properties, context: elsewhere.schema },
      },
      validateStack(args, reportViolation) {
        const { context, ...byRule } = args.getConfig<Readonly<Record<string, unknown>>>();
        for (const problem of elsewhere.configure(context)) reportViolation(problem);
        for (const problem of levels.configure(byRule)) reportViolation(problem);
        judge(pack, args.resources, "advisory", reportViolation);
      },
    },
    {
      name: "blocking-rules",
      description: "The rules that block are kept.",
      enforcementLevel: "mandatory",
      validateStack({ resources }, reportViolation) {
        judge(pack, resources, "mandatory", reportViolation);
      },
    },
  ];
}

function judge(
  { rules, levels, graphOf }: PackContext,
  resources: readonly StackResource[],
  level: Level,
  report: ReportViolation,
): void {
  const stack = graphOf(resources);
  for (const rule of rules) {
    if (levels.levelOf(rule) !== level) continue;
    for (const finding of judgeRule(stack, rule)) {
      if (finding.outcome !== "fail") continue;
      report(violationMessage(rule, finding, rule.severity), finding.origin.urn);
    }
  }
}

import type { PolicyConfigSchema } from "@pulumi/policy";
import { closest } from "../../model/closest.ts";
import type { Rule } from "../../rules/rule.ts";

/** What a fault of a rule does: it blocks, it is shown, or nobody looks for it. */
export const levels = ["mandatory", "advisory", "disabled"] as const;
export type Level = (typeof levels)[number];

/** The least severity of a rule that blocks. */
export type MandatorySeverity = "error" | "warning";

/** The level of every rule of a pack: by its severity, unless the configuration of the pack says otherwise. */
export interface RuleLevels {
  /** What the configuration may say: a level by the id of a rule. */
  readonly schema: PolicyConfigSchema;
  /** Takes the configuration of one run; returns what is wrong with it. */
  readonly configure: (configuration: Readonly<Record<string, unknown>>) => readonly string[];
  readonly levelOf: (rule: Rule) => Level;
}

/** The levels of the rules of one pack, as they are without a configuration. */
export function createRuleLevels(rules: readonly Rule[], mandatory: MandatorySeverity): RuleLevels {
  const byName = new Map(rules.flatMap((rule) => [[rule.id, rule] as const, [rule.code, rule]]));
  let configured: ReadonlyMap<Rule, Level> = new Map();
  return {
    schema: {
      properties: Object.fromEntries(
        rules.map(({ id }) => [id, { type: "string", enum: [...levels] }]),
      ),
    },
    configure(configuration) {
      const settings = new Map<Rule, Level>();
      const problems: string[] = [];
      for (const [name, value] of Object.entries(configuration)) {
        const rule = byName.get(name);
        const level = levels.find((each) => each === value);
        if (rule === undefined) problems.push(unknownRule(name, [...byName.keys()]));
        else if (level === undefined) problems.push(unknownLevel(name, value));
        else settings.set(rule, level);
      }
      configured = settings;
      return problems;
    },
    levelOf: (rule) => configured.get(rule) ?? levelOf(rule, mandatory),
  };
}

function levelOf({ severity }: Rule, mandatory: MandatorySeverity): Level {
  return severity === "error" || severity === mandatory ? "mandatory" : "advisory";
}

function unknownRule(name: string, known: readonly string[]): string {
  const near = closest(name, known);
  const fix =
    near === undefined ? "name a rule of the pack by its id or code" : `did you mean "${near}"?`;
  return `HED1016 warning  the configuration of the pack\n  no rule of the pack is named "${name}"\n  fix: ${fix}`;
}

function unknownLevel(name: string, value: unknown): string {
  return `HED1016 warning  the configuration of the pack\n  ${name} is ${JSON.stringify(value)}; allowed: ${levels.join(", ")}\n  fix: write one of these`;
}

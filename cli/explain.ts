import { Command } from "@commander-js/extra-typings";
import { createColors } from "picocolors";
import { codes } from "../diagnostics/index.ts";
import { closest } from "../model/closest.ts";
import { everyRule } from "../rules/every-rule.ts";
import { notChecked } from "../rules/not-checked.ts";
import { changeRuleDocs, ruleDocs } from "../rules/rule-docs.ts";
import type { AnyRule, ChangeExample } from "../rules/rule.ts";
import { idsOf, matchIds } from "./check/match-id.ts";
import { exitCode } from "./exit-code.ts";
import { terminalColor } from "./terminal-color.ts";

const examples = `
Examples:
  heddle explain HED4003
  heddle explain routing/split-weights
  heddle explain IST0101                  every rule that finds what istioctl calls so

Exit codes: 0 explained, 2 there is no such rule or code.`;

/** `heddle explain`: the page of a rule, found by any of its ids. */
export function explainCommand() {
  return new Command("explain")
    .description("Say what a rule checks, why, and how it is put right.")
    .argument(
      "<id>",
      "a code (HED4003), a rule (routing/split-weights), or an id of another tool (IST0101)",
    )
    .addHelpText("after", examples)
    .action((id) => {
      const matches = matchIds([id]);
      const rules = everyRule.filter((rule) => matches(idsOf(rule)));
      const other = Object.entries(codes).filter(([code]) => matches([code]));
      const pages = rules.map((rule) => page(rule));
      // Codes of the reader and the model have no page: their text is in every finding.
      const plain = other.filter(([code]) => !rules.some((rule) => rule.code === code));
      const reasons = [...notChecked]
        .filter(([other]) => matches([other]))
        .map(([other, reason]) => `${other}: no rule checks this. ${reason}`);
      const named = plain.map(([code, says]) => `${code}: ${says}`);
      const text = [...pages, ...named, ...reasons].join("\n\n");
      if (text !== "") process.stdout.write(`${text}\n`);
      else {
        const near = closest(id, [
          ...everyRule.flatMap(idsOf),
          ...Object.keys(codes),
          ...notChecked.keys(),
        ]);
        const hint = near === undefined ? "docs/rules has all of them" : `did you mean "${near}"?`;
        process.stderr.write(`heddle: nothing is called ${JSON.stringify(id)}; ${hint}\n`);
        process.exitCode = exitCode.failed;
      }
    });
}

function page(rule: AnyRule): string {
  const { bold, dim } = createColors(terminalColor(process.stdout));
  const ofChange = changeRuleDocs.get(rule.id);
  const doc = ruleDocs.get(rule.id) ?? ofChange;
  const covers = rule.covers.length === 0 ? [] : [`also known as: ${rule.covers.join(", ")}`];
  const head = [
    bold(`${rule.code} ${rule.id} (${rule.severity})`),
    `${rule.summary.charAt(0).toUpperCase()}${rule.summary.slice(1)}.`,
    ...covers,
    ...(ofChange === undefined
      ? []
      : ["Compares with what is deployed now: it runs only with heddle check --against."]),
  ];
  if (doc === undefined) return head.join("\n");
  const example = (given: string | ChangeExample): string =>
    typeof given === "string"
      ? indent(given.trimEnd())
      : `  # before\n${example(given.before)}\n  # after\n${example(given.after)}`;
  return [
    ...head,
    "",
    doc.what,
    "",
    `${bold("Why:")} ${doc.why}`,
    "",
    bold("Fails:"),
    dim(example(doc.fails)),
    "",
    bold("Passes:"),
    dim(example(doc.passes)),
  ].join("\n");
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}

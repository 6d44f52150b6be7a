import { Command } from "@commander-js/extra-typings";
import { createColors } from "picocolors";
import { codes } from "../diagnostics/index.ts";
import { closest } from "../model/closest.ts";
import { allRules } from "../rules/all.ts";
import { ruleDocs } from "../rules/rule-docs.ts";
import type { Rule } from "../rules/rule.ts";
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
      const rules = allRules.filter((rule) => matches(idsOf(rule)));
      const other = Object.entries(codes).filter(([code]) => matches([code]));
      const pages = rules.map((rule) => page(rule));
      // Codes of the reader and the model have no page: their text is in every finding.
      const plain = other.filter(([code]) => !rules.some((rule) => rule.code === code));
      const text = [...pages, ...plain.map(([code, says]) => `${code}: ${says}`)].join("\n\n");
      if (text !== "") process.stdout.write(`${text}\n`);
      else {
        const near = closest(id, [...allRules.flatMap(idsOf), ...Object.keys(codes)]);
        const hint = near === undefined ? "docs/rules has all of them" : `did you mean "${near}"?`;
        process.stderr.write(`heddle: nothing is called ${JSON.stringify(id)}; ${hint}\n`);
        process.exitCode = exitCode.failed;
      }
    });
}

function page(rule: Rule): string {
  const { bold, dim } = createColors(terminalColor(process.stdout));
  const doc = ruleDocs.get(rule.id);
  const covers = rule.covers.length === 0 ? [] : [`also known as: ${rule.covers.join(", ")}`];
  const head = [
    bold(`${rule.code} ${rule.id} (${rule.severity})`),
    `${rule.summary.charAt(0).toUpperCase()}${rule.summary.slice(1)}.`,
    ...covers,
  ];
  if (doc === undefined) return head.join("\n");
  const example = (text: string): string => indent(text.trimEnd());
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

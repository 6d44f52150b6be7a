import Table from "cli-table3";
import { createColors } from "picocolors";
import type { Outcome } from "./scenarios/index.ts";

/** Renders outcomes as a table for people: what was asked for beside what was measured. */
export function printOutcomes(outcomes: readonly Outcome[], color: boolean): string {
  const colors = createColors(color);
  const table = new Table({
    head: ["", "what", "intended", "measured"],
    style: { head: color ? ["bold"] : [], border: color ? ["gray"] : [] },
    colWidths: [4, 28, 40, 56],
    wordWrap: true,
  });
  for (const { what, intended, measured, pass } of outcomes) {
    table.push([pass ? colors.green("✓") : colors.red("✗"), what, intended, measured]);
  }
  return table.toString();
}

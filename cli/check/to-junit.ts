import { printPath, type Diagnostic } from "../../diagnostics/index.ts";
import type { CheckResult } from "./check-result.ts";

/** JUnit's XML: a suite for each file with findings, a failed test for each of them; without any, one that passes. */
export function toJunit({ findings, unknown, summary }: CheckResult): string {
  const all = [...findings, ...unknown];
  const groups = Map.groupBy(all, ({ position, subject }) => position?.file ?? subject ?? "mesh");
  const suites = [...groups].map(([file, found]) => suite(file, found));
  const clean = `  <testsuite name="heddle check" tests="1" failures="0" skipped="0">\n    <testcase name="${String(summary.objects)} objects" classname="heddle"/>\n  </testsuite>`;
  const counts = `tests="${String(Math.max(all.length, 1))}" failures="${String(findings.length)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="heddle check" ${counts}>`,
    ...(suites.length === 0 ? [clean] : suites),
    "</testsuites>",
    "",
  ].join("\n");
}

function suite(file: string, found: readonly Diagnostic[]): string {
  const open = found.filter(({ undecided }) => undecided === true).length;
  const counts = `tests="${String(found.length)}" failures="${String(found.length - open)}" skipped="${String(open)}"`;
  return [
    `  <testsuite name="${escape(file)}" ${counts}>`,
    ...found.map(testCase),
    "  </testsuite>",
  ].join("\n");
}

function testCase({ code, rule, severity, message, fix, position, path, undecided }: Diagnostic) {
  const at = position === undefined ? "" : `:${String(position.line)}:${String(position.column)}`;
  const name = escape(`${code} ${printPath(path)}${at === "" ? "" : ` at ${at.slice(1)}`}`);
  const body = escape(
    [`${position?.file ?? ""}${at}`, message, fix === undefined ? "" : `fix: ${fix}`].join("\n"),
  );
  const outcome =
    undecided === true
      ? `<skipped message="${escape(message)}"/>`
      : `<failure type="${severity}" message="${escape(message)}">${body}</failure>`;
  return `    <testcase name="${name}" classname="${escape(rule ?? code)}">${outcome}</testcase>`;
}

/** XML cannot hold control characters at all, not even escaped. */
function escape(text: string): string {
  return text.replace(
    /[&<>"\n\t]|\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu,
    (each) => entities.get(each) ?? "?",
  );
}

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\n", "&#10;"],
  ["\t", "&#9;"],
]);

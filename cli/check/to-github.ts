import type { Diagnostic, Severity } from "../../diagnostics/index.ts";
import type { CheckResult } from "./check-result.ts";
import { summaryLine } from "./to-text.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/** Workflow commands of GitHub: annotations at the lines of a pull request. */
export function toGithub({ findings, unknown, summary }: CheckResult): string {
  const lines = [...findings, ...unknown].map(annotation);
  return `${[...lines, summaryLine(summary)].join("\n")}\n`;
}

function annotation({ code, rule, severity, message, fix, position }: Diagnostic): string {
  const at =
    position === undefined
      ? []
      : [
          `file=${property(position.file)}`,
          `line=${String(position.line)}`,
          `col=${String(position.column)}`,
        ];
  const title = `title=${property(rule === undefined ? code : `${code} ${rule}`)}`;
  const text = fix === undefined ? message : `${message}\nfix: ${fix}`;
  return `::${commands[severity]} ${[...at, title].join(",")}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

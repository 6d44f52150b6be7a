import { createColors } from "picocolors";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { printPath } from "./path.ts";

/** How findings are printed. */
export interface FormatOptions {
  /** Use terminal colours; off by default. */
  readonly color?: boolean;
}

/**
 * Renders findings for people: one block each with code, severity, place, message and fix. The only place that makes
 * text out of findings.
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: FormatOptions = {},
): string {
  const colors = createColors(options.color ?? false);
  const paint: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    info: colors.cyan,
  };
  return diagnostics
    .map((each) => {
      const head = `${colors.bold(each.code)} ${paint[each.severity](each.severity)}`;
      const lines = [`${head}  ${place(each)}`, `  ${each.message}`];
      if (each.fix !== undefined) lines.push(`  ${colors.dim("fix:")} ${each.fix}`);
      if (each.rule !== undefined) lines.push(`  ${colors.dim(`rule: ${each.rule}`)}`);
      return lines.join("\n");
    })
    .join("\n");
}

function place({ position, path }: Diagnostic): string {
  const data = printPath(path);
  if (position === undefined) return data;
  return `${position.file}:${String(position.line)}:${String(position.column)} ${data}`;
}

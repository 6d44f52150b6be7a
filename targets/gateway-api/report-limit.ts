import type { Code, Report } from "../../diagnostics/index.ts";
import type { Origin } from "../../graph/index.ts";

/** Reports what the author may write, but the Gateway API cannot take (HED3001 unless said otherwise). */
export function reportLimit(
  report: Report,
  { path, position }: Pick<Origin, "path" | "position">,
  { message, fix, code = "HED3001" }: { message: string; fix: string; code?: Code },
): void {
  report.add({
    code,
    severity: "error",
    path,
    message: `target "gateway-api" ${message}`,
    fix,
    ...(position === undefined ? {} : { position }),
  });
}

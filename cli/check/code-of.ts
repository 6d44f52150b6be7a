import { exitCode } from "../exit-code.ts";
import type { CheckResult } from "./check-result.ts";

/** What was not read, or where we failed ourselves: nobody may take that for a check. */
const notChecked: ReadonlySet<string> = new Set(["HED1001", "HED1002", "HED9001"]);

/** How the command ends. */
export function codeOf({ findings }: Pick<CheckResult, "findings">): number {
  if (findings.some(({ code }) => notChecked.has(code))) return exitCode.failed;
  return findings.length > 0 ? exitCode.findings : exitCode.ok;
}

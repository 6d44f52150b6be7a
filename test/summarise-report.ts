import { readFileSync } from "node:fs";
import { z } from "zod";

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** The last line of `.ci/run`, and whether the run was good. */
export interface Summary {
  readonly line: string;
  readonly good: boolean;
}

/**
 * Counts the tests of vitest's JSON report. A file that failed without a failed test (it could not be loaded, a hook
 * threw) counts as one failure. A run without tests is not good, nor is an unreadable report.
 */
export function summariseReport(text: string): Summary {
  const report = reportSchema.safeParse(readJson(text));
  if (!report.success) return { line: "tests: 0 passed, 0 failed, 0 skipped", good: false };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report.data;
  const brokenFiles = report.data.testResults.filter(
    (file) =>
      file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  ).length;
  const failed = numFailedTests + brokenFiles;
  const skipped = numPendingTests + numTodoTests;
  return {
    line: `tests: ${String(numPassedTests)} passed, ${String(failed)} failed, ${String(skipped)} skipped`,
    good: report.data.success && failed === 0 && numPassedTests > 0,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const file = process.argv[2] ?? "";
  const { line, good } = summariseReport(readFileSync(file, "utf8"));
  console.log(line);
  process.exitCode = good ? 0 : 1;
}

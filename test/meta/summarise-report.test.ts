import { expect, test } from "vitest";
import { summariseReport } from "../summarise-report.ts";

const report = (changes: object): string =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    success: true,
    testResults: [{ status: "passed", assertionResults: [{ status: "passed" }] }],
    ...changes,
  });

test("counts what the runner counted; tests to be written are skipped ones", () => {
  expect(summariseReport(report({}))).toEqual({
    line: "tests: 3 passed, 0 failed, 2 skipped",
    good: true,
  });
});

test("a file that could not be loaded is a failure", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  expect(summariseReport(report({ success: false, testResults }))).toEqual({
    line: "tests: 3 passed, 1 failed, 2 skipped",
    good: false,
  });
});

test("a failed test is counted once, not once more for its file", () => {
  const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
  const summary = summariseReport(report({ success: false, numFailedTests: 1, testResults }));
  expect(summary.line).toBe("tests: 3 passed, 1 failed, 2 skipped");
});

test.each([
  ["no test ran", report({ numPassedTests: 0 })],
  ["the report is empty", ""],
  ["the report is something else", "{}"],
])("is not good when %s", (_, text) => {
  expect(summariseReport(text)).toMatchObject({ good: false });
});

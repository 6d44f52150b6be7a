import { defineConfig } from "vitest/config";

/**
 * Two projects, one run: `unit` first, then `e2e` on the real bench, one file after the other because they share it.
 * `HEDDLE_TEST_REPORT` names a file that gets the runner's own JSON report; `.ci/run` counts from it.
 */
const report = process.env["HEDDLE_TEST_REPORT"];

export default defineConfig({
  test: {
    reporters: report === undefined ? ["default"] : ["default", "json"],
    ...(report === undefined ? {} : { outputFile: { json: report } }),
    // Removing a bench takes its time.
    teardownTimeout: 120_000,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**"],
          // One a core. By default a core is left free, which is one of two on a small machine.
          maxWorkers: "100%",
          testTimeout: 30_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.e2e.test.ts"],
          globalSetup: ["test/e2e/setup/global.ts"],
          fileParallelism: false,
          // What one file asks at once; the clients of requests are processes of the bench on the same cores.
          maxConcurrency: 3,
          testTimeout: 300_000,
          hookTimeout: 900_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

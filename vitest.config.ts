import { defineConfig } from "vitest/config";
import { listFailures } from "./test/list-failures.ts";
import { workers } from "./test/e2e/setup/workers.ts";

/**
 * Three projects, one run: `unit`, then `e2e` on real benches, several files beside each other, then `e2e-alone`: what
 * measures times and rates, or keeps the whole machine busy, one file after the other.
 * `HEDDLE_TEST_REPORT` names a file that gets the runner's own JSON report; `.ci/run` counts from it, and the
 * log ends with a short list of what failed.
 */
const report = process.env["HEDDLE_TEST_REPORT"];

const alone = ["bench", "edge-!(sites)", "resilience", "same-behaviour", "shop"].map(
  (name) => `test/e2e/${name}.e2e.test.ts`,
);

const onBenches = {
  globalSetup: ["test/e2e/setup/global.ts"],
  // What one file asks at once; the clients of requests are processes of the bench on the same cores.
  maxConcurrency: 3,
  testTimeout: 300_000,
  hookTimeout: 900_000,
};

export default defineConfig({
  test: {
    reporters: report === undefined ? ["default"] : ["default", listFailures, "json"],
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
          ...onBenches,
          name: "e2e",
          include: ["test/e2e/**/*.e2e.test.ts"],
          exclude: alone,
          maxWorkers: workers,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...onBenches,
          name: "e2e-alone",
          include: alone,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

import { defineConfig } from "vitest/config";
import { listFailures } from "../../list-failures.ts";

/** Runs what fails on purpose, for the test of the list of failures. */
export default defineConfig({
  test: { include: ["*.fails.ts"], reporters: [listFailures] },
});

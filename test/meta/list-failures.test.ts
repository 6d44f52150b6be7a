import { join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "failures");

test("names each failure in short, and what broke a property", async () => {
  const run = await execa("vitest", ["run", "--root", root], {
    preferLocal: true,
    reject: false,
    env: { HEDDLE_TEST_REPORT: "", FORCE_COLOR: "1" },
  });
  const lines = run.stdout.split("\n").filter((line) => line !== "");
  expect(lines.filter((line) => !line.startsWith("  Property failed")).sort()).toEqual(
    [
      "failed: module.fails.ts",
      "  not to be loaded",
      "failed: parts.fails.ts > a part whose ground cannot be laid",
      "  no ground · for anything",
      "failed: parts.fails.ts > a test",
      "  expected { a: 1 } to deeply equal { a: 2 }",
      "failed: parts.fails.ts > a property",
      "  because: expected 1 to be 2 // Object.is equality",
    ].sort(),
  );
  expect(run.stdout).toMatch(/Property failed after 1 tests · \{ seed: -?\d+/);
  expect(run.exitCode).toBe(1);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeProblem } from "../../cli/needed-node.ts";

test("an old Node is told what is needed, which is what the package says", () => {
  expect(["22.13.0", "22.18.1", "24.0.0", process.versions.node].map(nodeProblem)).toEqual(
    Array.from({ length: 4 }),
  );
  expect(nodeProblem("20.20.2")).toBe("heddle: Node 22.13 or newer is needed, and this is 20.20.2");
  expect(nodeProblem("22.12.9")).toContain("22.12.9");
  const file = join(import.meta.dirname, "../../package.json");
  const { engines } = JSON.parse(readFileSync(file, "utf8")) as { engines: { node: string } };
  expect(engines.node).toBe(">=22.13");
});

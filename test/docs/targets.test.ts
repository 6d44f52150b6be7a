import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderTargets } from "../../docs/render-targets.ts";
import { featureNames } from "../../targets/features.ts";
import { root } from "../meta/read-imports.ts";

test("docs/targets.md is current: `npm run docs` writes it", async () => {
  expect(readFileSync(join(root, "docs/targets.md"), "utf8")).toBe(await renderTargets());
});

test("it has every feature", async () => {
  const page = await renderTargets();
  for (const feature of featureNames) expect(page).toContain(`| \`${feature}\``);
});

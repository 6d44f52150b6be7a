import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codes } from "../../diagnostics/index.ts";
import { renderErrors } from "../../docs/render-errors.ts";
import { root } from "../meta/read-imports.ts";

test("docs/errors.md is current: `npm run docs` writes it", async () => {
  expect(readFileSync(join(root, "docs/errors.md"), "utf8")).toBe(await renderErrors());
});

test("it has every code", async () => {
  const page = await renderErrors();
  for (const code of Object.keys(codes)) expect(page).toContain(`</a>${code} |`);
});

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renderRuleDocs } from "../../rules/render-docs.ts";

/** Writes the pages about the rules beside this file. A test fails when one of them is not current. */
for (const [file, text] of renderRuleDocs()) {
  const path = join(import.meta.dirname, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

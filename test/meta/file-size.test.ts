import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importLaw, outsideTheLaw } from "./import-law.ts";
import { root, sourceFiles } from "./read-imports.ts";

test.each([...Object.keys(importLaw), ...outsideTheLaw])(
  "no file in %s is longer than 300 lines",
  (folder) => {
    expect(sourceFiles(folder).filter((file) => lineCount(file) > 300)).toEqual([]);
  },
);

function lineCount(file: string): number {
  return readFileSync(join(root, file), "utf8").split("\n").length - 1;
}

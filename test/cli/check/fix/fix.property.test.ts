import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAllDocuments, stringify } from "yaml";
import { diffLines } from "../../../../cli/check/fix/diff-lines.ts";
import type { Diagnostic } from "../../../../diagnostics/index.ts";
import { printPath } from "../../../../diagnostics/index.ts";
import { checkText, fixText } from "./fix-text.ts";
import { fixable } from "./fixable.ts";

/** The same objects, written in another way. */
type Layout = (yaml: string, seed: number) => string;

const objectsOf = (yaml: string): readonly unknown[] =>
  parseAllDocuments(yaml).map((each) => each.toJS() as unknown);

const layouts: Readonly<Record<string, Layout>> = {
  "as it is": (yaml) => yaml,
  "with CRLF": (yaml) => yaml.replaceAll("\n", "\r\n"),
  "with comments": (yaml, seed) =>
    yaml
      .split("\n")
      .map((line, index) =>
        /[\w}\]"]$/.test(line) && (index + seed) % 3 === 0 ? `${line} # why` : line,
      )
      .join("\n"),
  "with comment lines": (yaml, seed) =>
    yaml
      .split("\n")
      .map((line, index) =>
        (index + seed) % 4 === 0 && line !== "---" ? `# ${String(index)}\n${line}` : line,
      )
      .join("\n"),
  "without a last newline": (yaml) => yaml.trimEnd(),
  "with lists in the column of their key": (yaml) =>
    objectsOf(yaml)
      .map((each) => stringify(each, { indentSeq: false }))
      .join("---\n"),
  "in single quotes": (yaml) =>
    objectsOf(yaml)
      .map((each) => stringify(each, { defaultStringType: "QUOTE_SINGLE" }))
      .join("---\n"),
  "in brackets": (yaml) =>
    objectsOf(yaml)
      .map((each) => stringify(each, { collectionStyle: "flow" }))
      .join("---\n"),
  "as a list of Kubernetes": (yaml) =>
    stringify({ apiVersion: "v1", kind: "List", items: objectsOf(yaml) }),
  "as JSON": (yaml) =>
    JSON.stringify({ apiVersion: "v1", kind: "List", items: objectsOf(yaml) }, null, 2),
  "as JSON on one line": (yaml) =>
    JSON.stringify({ apiVersion: "v1", kind: "List", items: objectsOf(yaml) }),
};

const keyOf = ({ code, resource, path }: Diagnostic): string =>
  JSON.stringify([code, resource, printPath(path)]);

/** Says of every text that can be fixed what must be true of the fixed one. */
function expectOnlyFixed(text: string): readonly string[] {
  const before = checkText(text);
  const { text: after, fixed, refused } = fixText(text);
  expect(refused).toEqual([]);
  const left = checkText(after).findings;
  const known = new Set(before.findings.map(keyOf));
  for (const each of fixed) expect(left.map(keyOf), after).not.toContain(keyOf(each));
  // An object that could not be read has findings that nobody saw.
  const wasHidden = before.findings.some(({ code }) => code === "HED4300" || code === "HED2010");
  if (!wasHidden)
    expect(
      left.map(keyOf).filter((key) => !known.has(key)),
      after,
    ).toEqual([]);
  const lines = (each: string): string[] => each.split("\n");
  const changed = diffLines(lines(text), lines(after));
  const touched = changed.reduce((sum, { start, end }) => sum + end - start, 0);
  // A fix takes at most a rule away: an item with what is in it.
  expect(touched).toBeLessThanOrEqual(12 * fixed.length);
  const comments = (each: string): number => each.match(/# /g)?.length ?? 0;
  const gone = changed.flatMap(({ start, end }) => lines(text).slice(start, end)).join("\n");
  expect(comments(after)).toBeGreaterThanOrEqual(comments(text) - comments(gone));
  expect(after.includes("\r\n")).toBe(text.includes("\r\n"));
  if (text.includes("\r\n")) expect(after.replaceAll("\r\n", "")).not.toContain("\n");
  return fixed.map(({ code }) => code);
}

describe.each(Object.entries(layouts))("written %s", (_, layout) => {
  test.each(Object.entries(fixable))("%s is fixed, and nothing else", (code, yaml) => {
    for (const seed of [0, 1, 2]) {
      expect(expectOnlyFixed(layout(yaml.trimStart(), seed))).toContain(code);
    }
  });
});

test("several in one file, in any order and layout", () => {
  const layout = fc.constantFrom(...Object.values(layouts));
  const some = fc.shuffledSubarray(Object.entries(fixable), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(some, layout, fc.nat(11), (chosen, write, seed) => {
      const yaml = chosen
        .map(([code, each]) =>
          each.trim().replaceAll("namespace: shop", `namespace: ${code.toLowerCase()}`),
        )
        .join("\n---\n");
      const { fixed } = fixText(write(`${yaml}\n`, seed));
      const codes = new Set(fixed.map(({ code }) => code));
      for (const [code] of chosen) expect([...codes]).toContain(code);
    }),
    { numRuns: 30 },
  );
});

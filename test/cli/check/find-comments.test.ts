import { expect, test } from "vitest";
import { findComments } from "../../../cli/check/find-comments.ts";
import { isProblem, parseSuppression } from "../../../cli/check/suppression.ts";

const yaml = `# heddle-ignore A1: whole
apiVersion: v1
kind: X
spec:
  # heddle-ignore A2: field
  http:
  - a: 1
    b: 2
  - c: 3 # heddle-ignore A3: line
  tls: {}
---
kind: Y # heddle-ignore A4: object
spec: {}
`;

test("a comment is for what it stands above or beside", () => {
  expect(findComments(yaml).map(({ text, from, to }) => [text.slice(0, 2), from, to])).toEqual([
    ["A1", 2, 10],
    ["A2", 6, 9],
    ["A3", 9, 9],
    ["A4", 12, 14],
  ]);
});

const module = `import { defineMesh } from "heddle";

export const mesh = defineMesh({
  services: {
    // heddle-ignore A1: service
    // It is old.
    orders: {
      versions: ["v1"],
    },
    cart: {}, // heddle-ignore A2: line
    "https://heddle-ignore A3: no comment": {},
  },
});
`;

test("a comment in a module is for the same", () => {
  expect(findComments(module).map(({ text, from, to }) => [text.slice(0, 2), from, to])).toEqual([
    ["A1", 7, 8],
    ["A2", 10, 10],
  ]);
});

test.each([
  ["A1: why", { ids: ["A1"], reason: "why" }],
  [
    "A1, B2: why: really until 2026-02-01",
    { ids: ["A1", "B2"], reason: "why: really", until: "2026-02-01" },
  ],
  ["A1: wait until it is there", { ids: ["A1"], reason: "wait until it is there" }],
  ["A1", undefined],
  ["A1:", undefined],
  [": why", undefined],
  ["A1: why until 2026-02-30", undefined],
  ["A1: why until 2025-12-31", undefined],
])("%s", (text, expected) => {
  const read = parseSuppression(text, "2026-01-01");
  if (expected === undefined) expect(isProblem(read)).toBe(true);
  else expect(read).toEqual(expected);
});

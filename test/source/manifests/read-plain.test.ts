import { expect, test } from "vitest";
import { readPlain } from "../../../source/manifests/plain/read-plain.ts";

const read = (text: string): unknown => readPlain(text, { start: 0, end: text.length });

const known: readonly (readonly [text: string, value: unknown])[] = [
  ["---\n# why\na: b\n", { a: "b" }],
  ["a:\n  b:\n  - c\n  - d: 1\n    e: []\nf: {}", { a: { b: ["c", { d: 1, e: [] }] }, f: {} }],
  ["a: {b: [c, {d: e}], f: 'g'} # h\n", { a: { b: ["c", { d: "e" }], f: "g" } }],
  ["a:\r\n- 30s\r\n- on\r\n-   0x1f\r\n", { a: ["30s", true, 31] }],
  ["a:\nb: http://x:80/y#z\n", { a: null, b: "http://x:80/y#z" }],
  ['"a b": "c: d"\né: ü\n', { "a b": "c: d", é: "ü" }],
  ["- a\n- b\n", ["a", "b"]],
  ["a: |\n  b: c\n\n   # d\n\ne: |-\n  - f\n", { a: "b: c\n\n # d\n", e: "- f" }],
];

test.each(known)("%j", (text, value) => {
  expect(read(text)).toStrictEqual(value);
});

/** What has a meaning of its own, or none. */
const left = [
  "",
  "# only a comment\n",
  "text\n",
  "a: >\n  b\n",
  "a: |+\n  b\n",
  "a: |\n  b",
  "a: |\n  b\n \n",
  "a: b\n  c\n",
  'a: "b\n  c"\n',
  'a: "\\n"\n',
  "a: 'it''s'\n",
  "a: &x b\n",
  "a: *x\n",
  "a: !t b\n",
  "a: [b,\n  c]\n",
  "a: {b}\n",
  '{"a": 1}\n',
  "a: 1\na: 2\n",
  "80: a\n",
  "on: a\n",
  "<<: {a: 1}\n",
  "__proto__: {a: 1}\n",
  "toString: a\n",
  "? a\n: b\n",
  "- - a\n",
  "a:\tb\n",
  "a: b\u2028c\n",
  "a: 1\n...\n",
  "%YAML 1.2\n---\na: 1\n",
  "a:\n    b: 1\n  c: 2\n",
  `a: ${"{b: ".repeat(60)}c${"}".repeat(60)}\n`,
];

test.each(left)("%j is left to the parser", (text) => {
  expect(read(text)).toBeUndefined();
});

import { parseEvents } from "js-yaml";
import { expect, test } from "vitest";
import { locateEvent } from "../../../source/manifests/locate-event.ts";
import { splitDocuments } from "../../../source/manifests/split-documents.ts";
import { startOfMap } from "../../../source/manifests/start-of-map.ts";

const known = [
  "a: 1\n",
  "---\na: 1\n",
  "--- \t\r\n\r\n# why\r\n  # more\r\nkind: X\r\n",
  "\n\n\n  \na:\n  b: 1\n",
  "# a: 1\nb: 1",
];

/** What only a parser can tell. */
const open = [
  "",
  "# only a comment",
  "---\n",
  "--- a: 1\n",
  "--- # why\na: 1\n",
  "%YAML 1.2\n---\na: 1\n",
  "  a: 1\n",
  "{ a: 1 }\n",
  "- a: 1\n",
  '"a": 1\n',
  "&x\na: 1\n",
  "? a\n: 1\n",
];

test.each(known)("of %j is where the parser says", (text) => {
  const [chunk = { start: 0, end: 0 }] = splitDocuments(text);
  const start = startOfMap(text, chunk);
  expect(start).toBe(locateEvent(parseEvents(text, {}), text, []));
});

test.each(open)("of %j is left to the parser", (text) => {
  const [chunk = { start: 0, end: 0 }] = splitDocuments(text);
  expect(startOfMap(text, chunk)).toBeUndefined();
});

test("of one document among others is in it", () => {
  const text = "a: 1\n---\nb: 1\n---\n# nothing\n---\nc: 1\n";
  const starts = splitDocuments(text).map((chunk) => startOfMap(text, chunk));
  expect(starts).toEqual([0, 9, undefined, text.indexOf("c")]);
});

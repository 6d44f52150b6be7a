import fc from "fast-check";
import { expect, test } from "vitest";
import { parseChunk } from "../../../source/manifests/parse-chunk.ts";
import { parseChunks } from "../../../source/manifests/parse-chunks.ts";
import { splitDocuments } from "../../../source/manifests/split-documents.ts";

/** Documents, and what stands between them, that a parser can take one for the other. */
const parts = [
  "a: 1\n",
  "a: &x 1\nb: *x\n",
  "- *x\n",
  "text: |\n  one\n  --- two\n",
  "# only a comment\n",
  "\n\n",
  "",
  "null\n",
  "~\n",
  "a: 1\na: 2\n",
  "a: [1\n",
  "a: 'open\n",
  "\ta: 1\n",
  "a: 1\n...\nb: 2\n",
  "...\n",
  "%YAML 1.2\n",
  "a: 1\r\nb: on\r\n",
  "a:\n b:\n  - 1\n - 2\n",
  '{"a": {"b": [null]}}\n',
  `long: ${"x".repeat(40_000)}\n`,
];

const texts = fc
  .array(fc.tuple(fc.constantFrom("", "---\n", "--- ", "---\r\n"), fc.constantFrom(...parts)), {
    maxLength: 12,
  })
  .map((all) => all.flat().join(""));

test("documents parsed together are what they are one by one", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const chunks = splitDocuments(text);
      const together = [...parseChunks(text, chunks, { left: 3 })];
      const repairs = { left: 3 };
      const alone = chunks.map(
        (chunk) => [chunk, parseChunk(text.slice(chunk.start, chunk.end), repairs)] as const,
      );
      expect(together).toEqual(alone);
    }),
    { numRuns: 2000 },
  );
});

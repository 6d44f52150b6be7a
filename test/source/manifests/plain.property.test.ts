import fc from "fast-check";
import { dump, load, parseEvents } from "js-yaml";
import { expect, test } from "vitest";
import type { Path } from "../../../diagnostics/index.ts";
import { locateEvent } from "../../../source/manifests/locate-event.ts";
import { locatePlain } from "../../../source/manifests/plain/locate-plain.ts";
import { readPlain } from "../../../source/manifests/plain/read-plain.ts";
import { splitDocuments } from "../../../source/manifests/split-documents.ts";
import { kubernetesYaml } from "../../../source/manifests/yaml-schema.ts";

const words = [
  ..."a|b c|app.kubernetes.io/name|on|No|null|~|true|80|080|0x1f|1e3|.inf|-1|30s|*|/a*|{{ x }}|x#y|a:b|http://x:80/y".split(
    "|",
  ),
  ..."constructor|__proto__|<<|é|\u{1f600}|-|--- a|...|=|y|'|\"|\\|%a|@b|`c|a,b|[|]|{|}|?|!t|&t|>|\t|\r| a|a |".split(
    "|",
  ),
];
const scalars = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom<unknown>(1, -2, 1.5, 10 ** 21, true, false, null),
  fc.string({ maxLength: 6 }),
);
const blocks = fc
  .array(fc.constantFrom("a", "b: c", "- d", "# e", "", " f", "g ", "---", "...", "\t", "|"), {
    maxLength: 4,
  })
  .map((all) => all.join("\n"));
const keys = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom("a", "b", "kind", "x-y", "to") },
  fc.constantFrom(...words),
);
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalars,
    blocks,
    blocks.map((text) => `${text}\n`),
    fc.dictionary(keys, tie("value"), { maxKeys: 4 }),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
}));

/** Texts as programs write them, in all their ways. */
const written = fc
  .record({
    value: fc.dictionary(keys, values, { minKeys: 1, maxKeys: 5 }),
    flow: fc.integer({ min: -1, max: 4 }),
    indent: fc.constantFrom(1, 2, 4),
    flat: fc.boolean(),
    lineWidth: fc.constantFrom(-1, -1, 20),
  })
  .map(({ value, flow, indent, flat, lineWidth }) =>
    dump(value, { flowLevel: flow, indent, seqNoIndent: flat, lineWidth }),
  );

/** Lines as people write them, right and wrong. */
const line = fc
  .tuple(
    fc.constantFrom("", "", "", " ", "  ", "  ", "    ", "\t"),
    fc.constantFrom("", "", "", "- ", "-  ", "-", "- - ", "# ", "? "),
    fc.constantFrom("a", "b", "kind", '"q"', "'q'", "a b", "to", "80", "{", "", "&x a", "- a"),
    fc.constantFrom(": ", ": ", ": ", ":", ":  ", " : ", "", ":\t"),
    fc.constantFrom(
      ..."|x|1|on|x y|'s'|\"d\"|{}|[]|{a: 1}|[a, b]|{a: [x, {b: 'c'}], d: \"e\"}|[a,b]|{a: }|{a}|[a, ]|[|'a''b'|\"a\\n\"|*x|&x y|!t z|x # c|x #|x: y|x:|- y|-|---|...|'a' b|[a] b|>|?|# c|\u{e9}|\u2028|\ufeff|~|x\ty".split(
        "|",
      ),
      "|",
      "|-",
    ),
    fc.constantFrom("\n", "\n", "\n", "\n", " \n", "\r\n", "\n\n", "\r", " # c\n", "\n# c\n"),
  )
  .map((parts) => parts.join(""));
const lines = fc.array(line, { minLength: 1, maxLength: 8 }).map((all) => all.join(""));

/** Anything of the two, with a letter more or less. */
const damaged = fc
  .record({
    text: fc.oneof(written, lines),
    at: fc.nat(200),
    remove: fc.nat(2),
    insert: fc.constantFrom(
      ..." |  |:|: |-|- |\n|#| #|'|\"|{|}|[|]|,|\t|\r|&|*|!|%|---\n".split("|"),
      "|",
      "",
    ),
  })
  .map(({ text, at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove));

const texts = fc
  .tuple(fc.constantFrom("", "---\n", "--- # c\n", "# c\n"), fc.oneof(written, lines, damaged))
  .map((parts) => parts.join(""));

function* pathsOf(value: unknown, at: Path = []): Generator<Path> {
  yield at;
  yield [...at, "nowhere"];
  yield [...at, 7];
  if (typeof value !== "object" || value === null) return;
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const step of steps) {
    yield* pathsOf((value as Record<string | number, unknown>)[step], [...at, step]);
  }
}

test("what is read as plain is what the parser reads, at the same places", () => {
  let plain = 0;
  fc.assert(
    fc.property(texts, fc.constantFrom("", "a: 1\n---\n"), (text, before) => {
      const all = before + text;
      for (const chunk of splitDocuments(all)) {
        const value = readPlain(all, chunk);
        if (value === undefined) continue;
        if (chunk.start === before.length) plain += 1;
        const own = all.slice(chunk.start, chunk.end);
        expect(value).toStrictEqual(load(own, kubernetesYaml));
        const events = parseEvents(own, {});
        const locate = locatePlain(all, chunk);
        for (const path of pathsOf(value)) {
          const offset = chunk.start + locateEvent(events, own, path);
          expect([path, locate(path)]).toEqual([path, offset]);
        }
      }
    }),
    { numRuns: 6000 },
  );
  expect(plain).toBeGreaterThan(400);
});

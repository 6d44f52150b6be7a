import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import type { Manifest } from "../../graph/index.ts";
import { renderManifests } from "../../targets/render-manifests.ts";

const manifest = (data: unknown): Manifest => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "a" },
  data,
});

const tricky = fc.constantFrom(
  ..."y no On OFF true null ~ 010 0o17 0x1f 1e3 1_000 1:30 12:30:45 .inf .NaN <<".split(" "),
  ..."= - ? : # * & ! | > % @ ` yes: a:b 2026-01-01 5m 1m30s".split(" "),
  "",
  " a",
  "a ",
  "a: b",
  "a\nb",
  ' "x"\n',
  '{"a":"b"}',
);

test("text stays text for readers of YAML 1.1 and of YAML 1.2", () => {
  const value = fc.oneof(
    tricky,
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.integer(),
    fc.boolean(),
  );
  const data = fc.dictionary(fc.oneof(tricky, fc.string()), fc.oneof(value, fc.array(value)));
  fc.assert(
    fc.property(fc.array(data, { minLength: 1, maxLength: 3 }), (list) => {
      const manifests = list.map((each) => manifest({ ...each }));
      const text = renderManifests(manifests);
      for (const version of ["1.1", "1.2"] as const) {
        const read = parseAllDocuments(text, { version }).map((each) => each.toJS() as unknown);
        expect(read).toEqual(manifests);
      }
    }),
    { numRuns: 300 },
  );
});

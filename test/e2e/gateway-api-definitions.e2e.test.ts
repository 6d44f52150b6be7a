import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import { expect, test } from "vitest";
import { z } from "zod";
import { gatewayApiDefinitions as crdFolder } from "../../tools/index.ts";

const file = join(import.meta.dirname, "../../rules/gateway-api/definition/definitions.json");

const record = z.record(z.string(), z.unknown());
const version = z.object({
  name: z.string(),
  served: z.boolean(),
  schema: z.object({ openAPIV3Schema: z.object({ properties: record }) }),
});
const crd = z.object({
  spec: z.object({
    group: z.string(),
    names: z.object({ kind: z.string() }),
    versions: z.array(version),
  }),
});

const kept = new Set([
  "type",
  "required",
  "enum",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
]);

/** A definition without its texts and expressions. */
function reduce(value: unknown): Record<string, unknown> {
  const said = record.parse(value);
  const result = Object.fromEntries(Object.entries(said).filter(([key]) => kept.has(key)));
  const fields = record.safeParse(said["properties"]).data;
  if (fields !== undefined) {
    result["properties"] = Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, reduce(field)]),
    );
  }
  for (const key of ["items", "additionalProperties"]) {
    if (record.safeParse(said[key]).success) result[key] = reduce(said[key]);
  }
  if (said["x-kubernetes-list-type"] === "map") result["keys"] = said["x-kubernetes-list-map-keys"];
  if (said["x-kubernetes-list-type"] === "set") result["keys"] = [];
  if (said["default"] !== undefined) result["default"] = true;
  return result;
}

async function definitions(): Promise<Record<string, Record<string, unknown>>> {
  const folder = await crdFolder("experimental");
  const kinds: Record<string, Record<string, unknown>> = {};
  for (const name of (await readdir(folder)).sort()) {
    for (const each of loadAll(await readFile(join(folder, name), "utf8"))) {
      const { group, names, versions } = crd.parse(each).spec;
      const entries: [string, unknown][] = [];
      for (const { name, served, schema } of versions) {
        if (!served) continue;
        const spec = reduce(schema.openAPIV3Schema.properties["spec"]);
        const same = entries.find(([, other]) => JSON.stringify(other) === JSON.stringify(spec));
        entries.push([name, same === undefined ? spec : same[0]]);
      }
      kinds[`${group}/${names.kind}`] = Object.fromEntries(entries);
    }
  }
  return kinds;
}

test("the definitions of the Gateway API are those of the release that Istio is built with", async () => {
  const kinds = await definitions();
  if (process.env["UPDATE_GOLDENS"] === "1") {
    const lines = Object.entries(kinds).map(([type, all]) => `"${type}": ${JSON.stringify(all)}`);
    await writeFile(file, `{\n"kinds": {\n${lines.join(",\n")}\n}\n}\n`);
  }
  const written = z.object({ kinds: z.record(z.string(), record) });
  expect(written.parse(JSON.parse(await readFile(file, "utf8"))).kinds).toEqual(kinds);
}, 120_000);

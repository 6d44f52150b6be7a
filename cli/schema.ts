import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Argument, Command } from "@commander-js/extra-typings";
import { environmentJsonSchema, meshJsonSchema, type JsonSchema } from "../source/json-schema.ts";

const schemas = {
  mesh: meshJsonSchema,
  environment: environmentJsonSchema,
} as const satisfies Record<string, () => JsonSchema>;

const kinds = ["mesh", "environment"] as const satisfies readonly (keyof typeof schemas)[];

const examples = `
Examples:
  heddle schema > mesh.schema.json
  heddle schema environment
  heddle schema --write schemas                    both, as files in a folder

First line of mesh.yaml, for completion in editors with yaml-language-server:
  # yaml-language-server: $schema=./schemas/mesh.schema.json`;

/** `heddle schema`: the JSON Schemas of the files that authors write. */
export function schemaCommand() {
  return new Command("schema")
    .description("Print the JSON Schema of mesh.yaml, or of an environment.")
    .addArgument(new Argument("[kind]", "which file").choices(kinds).default("mesh" as const))
    .option("-w, --write <folder>", "write both schemas into this folder instead")
    .addHelpText("after", examples)
    .action((kind, { write }) => {
      if (write === undefined) process.stdout.write(printSchema(kind));
      else writeSchemas(write);
    });
}

/** One schema as text, as it is committed. */
export function printSchema(kind: (typeof kinds)[number]): string {
  return `${JSON.stringify(schemas[kind](), null, 2)}\n`;
}

function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const kind of kinds) {
    const file = join(folder, `${kind}.schema.json`);
    writeFileSync(file, printSchema(kind));
    process.stdout.write(`${file}\n`);
  }
}

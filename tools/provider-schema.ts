import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { moduleDirectory } from "./go.ts";

const PROVIDER = "github.com/pulumi/pulumi-kubernetes/provider/v4";

const jsonObject = z.record(z.string(), z.unknown());

/**
 * Writes what the Kubernetes provider embeds: its schema with the version set, and its mapping of
 * Terraform names, both taken from the provider's module and without white space (4 of 12 MB).
 */
export async function writeProviderSchema(
  module: string,
  version: string,
  folder: string,
): Promise<void> {
  const { directory } = await moduleDirectory(module, PROVIDER);
  const read = async (name: string): Promise<Record<string, unknown>> => {
    const path = join(directory, "cmd", "pulumi-resource-kubernetes", name);
    return jsonObject.parse(JSON.parse(await readFile(path, "utf8")));
  };
  const schema = { ...(await read("schema.json")), version };
  await writeFile(join(folder, "schema.json"), JSON.stringify(schema));
  const mapping = await read("terraform-mapping.json");
  await writeFile(join(folder, "mapping.json"), JSON.stringify(mapping));
}

import { isPlainObject } from "../../model/is-plain-object.ts";
import type { FileValue } from "./read-objects.ts";
import type { ManifestDocument } from "./manifest-document.ts";

const kubernetesType = /^kubernetes:([^:]+):(\w+)$/;

/** What the engine puts around a secret, and what stands for a value that cannot be known. */
const secretMark = "4dabf18193072939515e22adb298388d";
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Whether a value is what `pulumi stack export` prints. */
export function isStackState(value: unknown): boolean {
  return isPlainObject(value) && isPlainObject(value["deployment"]) && !("kind" in value);
}

/** The Kubernetes objects of a stack's state, by what the program asked for; secrets stay unknown. */
export function readState(source: FileValue): ManifestDocument[] {
  const { deployment } = source.value as { readonly deployment: Record<string, unknown> };
  const resources = Array.isArray(deployment["resources"]) ? deployment["resources"] : [];
  return resources.flatMap((resource: unknown, index): ManifestDocument[] => {
    if (!isPlainObject(resource) || resource["delete"] === true) return [];
    const [, group, kind] = kubernetesType.exec(String(resource["type"])) ?? [];
    const inputs = plain(resource["inputs"]);
    if (group === undefined || kind === undefined || !isPlainObject(inputs)) return [];
    const apiVersion = group.replace(/^core\//, "");
    const { metadata } = inputs;
    const { file, document, locate } = source;
    return [
      {
        manifest: {
          ...inputs,
          apiVersion,
          kind,
          metadata: isPlainObject(metadata) ? metadata : {},
        },
        file,
        document,
        ...(typeof resource["urn"] === "string" ? { urn: resource["urn"] } : {}),
        locate: (path) => locate(["deployment", "resources", index, "inputs", ...path]),
      },
    ];
  });
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isPlainObject(value)) return value;
  if (typeof value[secretMark] === "string") return unknownText;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

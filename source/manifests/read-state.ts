import { isPlainObject } from "../../model/is-plain-object.ts";
import { nameInUrn } from "./name-in-urn.ts";
import type { FileValue } from "./read-objects.ts";
import type { ManifestDocument, StateFacts, StateMesh } from "./manifest-document.ts";

const meshType = "heddle:index:Mesh";
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
  return resourcesOf(source).flatMap(({ resource, index }): ManifestDocument[] => {
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
          // What is no object of a cluster (a release of Helm, a group of files) has its name in the program only.
          metadata: isPlainObject(metadata)
            ? metadata
            : { name: nameInUrn(String(resource["urn"])) },
        },
        file,
        document,
        ...(typeof resource["urn"] === "string"
          ? { urn: resource["urn"], stack: factsOf(resource, resource["urn"]) }
          : {}),
        locate: (path) => locate(["deployment", "resources", index, "inputs", ...path]),
      },
    ];
  });
}

/** The meshes of Heddle in a stack's state: nothing else of it says who calls whom. */
export function readStateMeshes(source: FileValue): StateMesh[] {
  return resourcesOf(source).flatMap(({ resource, index }): StateMesh[] => {
    const { type, urn, inputs } = resource;
    if (type !== meshType || typeof urn !== "string" || !isPlainObject(inputs)) return [];
    const at = ["deployment", "resources", index, "inputs", "model"];
    return [
      {
        urn,
        definition: plain(inputs["model"]),
        locate: (path) => source.locate([...at, ...path]),
      },
    ];
  });
}

/** What is there: a resource that is to be deleted has its successor beside it. */
function resourcesOf({ value }: FileValue) {
  const { deployment } = value as { readonly deployment: Record<string, unknown> };
  const resources: readonly unknown[] = Array.isArray(deployment["resources"])
    ? deployment["resources"]
    : [];
  return resources.flatMap((resource, index) =>
    isPlainObject(resource) && resource["delete"] !== true ? [{ resource, index }] : [],
  );
}

function factsOf(resource: Readonly<Record<string, unknown>>, urn: string): StateFacts {
  const { protect, retainOnDelete, deleteBeforeReplace, provider, dependencies } = resource;
  const list: readonly unknown[] = Array.isArray(dependencies) ? dependencies : [];
  return {
    from: "state",
    urn,
    protect: protect === true,
    retainOnDelete: retainOnDelete === true,
    ...(deleteBeforeReplace === true ? { deleteBeforeReplace } : {}),
    ...(typeof provider === "string" ? { provider } : {}),
    dependencies: list.filter((each) => typeof each === "string"),
  };
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isPlainObject(value)) return value;
  if (typeof value[secretMark] === "string") return unknownText;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

import type { LiftedManifest } from "../../graph/lift-graph.ts";
import type { StackFacts } from "../../graph/objects/stack-facts.ts";
import type { Manifest } from "../../graph/manifest.ts";
import { nameInUrn } from "../../source/manifests/name-in-urn.ts";
import { isPassedOver } from "./passed-over.ts";
import { plainProperties } from "./plain-properties.ts";
import { withoutSchemas } from "./without-schemas.ts";

/** The part of a resource of the stack that is looked at. */
export interface StackResource {
  readonly type: string;
  readonly urn: string;
  readonly props: unknown;
  readonly opts?: { readonly protect?: boolean; readonly deleteBeforeReplace?: boolean };
  readonly provider?: { readonly urn: string };
  readonly dependencies?: readonly { readonly urn: string }[];
}

/** What a stack says about traffic. */
export interface StackContent {
  readonly manifests: readonly LiftedManifest[];
  /** What authors wrote, as the mesh components registered it. */
  readonly meshes: readonly { readonly urn: string; readonly definition: unknown }[];
}

const meshType = "heddle:index:Mesh";
const kubernetesType = /^kubernetes:([^:]+):(\w+)$/;

/**
 * Picks the mesh components and the Kubernetes objects that a rule may look at. Secrets are among them, in clear, for
 * the rules over certificates: no value of one goes further than the graph.
 */
export function readStack(resources: readonly StackResource[]): StackContent {
  const manifests: LiftedManifest[] = [];
  const meshes: { urn: string; definition: unknown }[] = [];
  for (const resource of resources) {
    const { type, urn, props } = resource;
    if (type === meshType) {
      meshes.push({ urn, definition: plainProperties(props)["model"] });
    }
    const [, typeVersion, kind] = kubernetesType.exec(type) ?? [];
    if (typeVersion === undefined || kind === undefined) continue;
    // The type says what it is even where the object itself is not known yet.
    const apiVersion = typeVersion.replace(/^core\//, "");
    if (isPassedOver(apiVersion, kind)) continue;
    const properties = plainProperties(props);
    manifests.push({
      manifest: { ...lean(kind, properties, urn), apiVersion, kind } as Manifest,
      origin: { urn, stack: factsOf(resource) },
    });
  }
  return { manifests, meshes };
}

/** Without what no rule reads and is long; of a release of Helm without its values, which may be secret. */
function lean(kind: string, properties: ReturnType<typeof plainProperties>, urn: string) {
  if (kind === "CustomResourceDefinition") return withoutSchemas(properties);
  if (kind !== "Release") return properties;
  return { namespace: properties["namespace"], metadata: { name: nameInUrn(urn) } };
}

function factsOf({ urn, opts, provider, dependencies = [] }: StackResource): StackFacts {
  const { protect = false, deleteBeforeReplace } = opts ?? {};
  return {
    from: "preview",
    urn,
    protect,
    ...(deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace }),
    ...(provider === undefined ? {} : { provider: provider.urn }),
    dependencies: dependencies.map((each) => each.urn),
  };
}

import type { LiftedManifest } from "../../graph/lift-graph.ts";
import { lifterFor } from "../../graph/lift/lifters.ts";
import type { Manifest } from "../../graph/manifest.ts";
import { plainValue } from "./plain-value.ts";

/** The part of a resource of the stack that is looked at. */
export interface StackResource {
  readonly type: string;
  readonly urn: string;
  readonly props: unknown;
}

/** What a stack says about traffic. */
export interface StackContent {
  readonly manifests: readonly LiftedManifest[];
  /** What authors wrote, as the mesh components registered it. */
  readonly meshes: readonly { readonly urn: string; readonly definition: unknown }[];
}

const meshType = "heddle:index:Mesh";
const kubernetesType = /^kubernetes:([^:]+):(\w+)$/;

/** Picks the mesh components and the Kubernetes objects that the graph can hold; nothing else is kept. */
export function readStack(resources: readonly StackResource[]): StackContent {
  const manifests: LiftedManifest[] = [];
  const meshes: { urn: string; definition: unknown }[] = [];
  for (const { type, urn, props } of resources) {
    if (type === meshType) {
      const { model } = plainValue(props) as { readonly model?: unknown };
      meshes.push({ urn, definition: model });
    }
    const [, apiVersion, kind] = kubernetesType.exec(type) ?? [];
    if (apiVersion === undefined || kind === undefined) continue;
    // The type says what it is even where the object itself is not known yet.
    const version = apiVersion.replace(/^core\//, "");
    if (lifterFor(version, kind) === undefined) continue;
    const object = plainValue(props) as Manifest;
    manifests.push({ manifest: { ...object, apiVersion: version, kind }, origin: { urn } });
  }
  return { manifests, meshes };
}

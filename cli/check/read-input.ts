import { readFileSync } from "node:fs";
import type { Path, Position, Report } from "../../diagnostics/index.ts";
import { joinGraphs, liftGraph, type LiftedGraph, type LiftedManifest } from "../../graph/index.ts";
import type { Manifest } from "../../graph/manifest.ts";
import { createObject } from "../../graph/objects/create-object.ts";
import { objectKey } from "../../graph/objects/object-key.ts";
import { meshConfigType } from "../../graph/objects/mesh-config.ts";
import type { ClusterState } from "../../source/read-cluster.ts";
import {
  readManifests,
  type ManifestDocument,
  type SourceFile,
} from "../../source/read-manifests.ts";
import type { CheckSettings } from "./check-settings.ts";
import { readMesh, type FileNames, type MeshInput } from "./read-mesh.ts";
import { readStateMesh } from "./read-state-mesh.ts";

/** What the check looks at. */
export interface CheckInput {
  readonly graph: LiftedGraph;
  readonly meshes: readonly MeshInput[];
  /** How many more there are that could not be read. */
  readonly brokenMeshes: number;
  readonly files: readonly SourceFile[];
  /** Names of files in folders that kustomize lays over objects: they only give answers as well. */
  readonly patches: ReadonlySet<string>;
  /** Names of files that only give answers: nothing is said of what is in them. */
  readonly context: ReadonlySet<string>;
  /** The same for objects of a running cluster, by the name that findings give them. */
  readonly elsewhere: ReadonlySet<string>;
  /** Objects of a running cluster that were checked, and the context that it was found by. */
  readonly cluster?: { readonly context: string; readonly objects: number };
  /** Objects of files that were checked. */
  readonly documents: readonly ManifestDocument[];
  /** Files in YAML that hold a mesh or an environment, also where they could not be read. */
  readonly meshFiles: ReadonlySet<string>;
  /** What those of them and modules hold that could be read, by the name that findings give them. */
  readonly meshTexts: readonly { readonly name: string; readonly text: string }[];
}

/** The settings that say what is read. */
export type InputSettings = Pick<CheckSettings, "paths" | "environment" | "meshConfig" | "context">;

/** What a running cluster holds, and whether that is checked or only answers questions. */
export type CheckedCluster = ClusterState & { readonly isChecked: boolean };

/**
 * Reads everything that is named, as one graph: objects of Kubernetes and meshes of Heddle. Objects of the cluster that
 * the input brings itself are taken from the input: they will be as it says.
 */
export async function readInput(
  settings: InputSettings,
  report: Report,
  nameOf: FileNames = (file) => file,
  texts: ReadonlyMap<string, string> = new Map(),
  cluster?: CheckedCluster,
): Promise<CheckInput> {
  const source = readManifests(settings.paths.filter(isNoModule), report, { texts });
  const context = readManifests(settings.context.filter(isNoModule), report);
  const { patches } = source;
  const documents = [...source.documents, ...patches.documents, ...context.documents];
  documents.push(...readMeshConfig(settings.meshConfig, report));
  const manifests = documents.map((each) => toLifted(each, nameOf));
  const others = cluster === undefined ? [] : othersOf(cluster, documents);
  for (const object of others) manifests.push({ manifest: asManifest(object), origin: {} });
  const lifted = liftGraph(manifests, report);
  const seen = cluster?.namespaces;
  let graph: LiftedGraph = seen === undefined ? lifted : { ...lifted, seen };
  const meshes: MeshInput[] = [];
  const named = [...settings.paths.filter(isModule), ...source.meshes];
  for (const file of named) {
    const mesh = await readMesh(file, settings.environment, report, nameOf, texts);
    if (mesh === undefined) continue;
    meshes.push(mesh);
    graph = joinGraphs(graph, mesh.graph);
  }
  const answering = [...settings.context.filter(isModule), ...context.meshes];
  for (const file of answering) {
    const mesh = await readMesh(file, undefined, report, nameOf, texts);
    if (mesh !== undefined) graph = joinGraphs(graph, mesh.graph);
  }
  for (const each of [...source.stateMeshes, ...context.stateMeshes]) {
    graph = joinGraphs(graph, await readStateMesh(each, report, nameOf));
  }
  const written = [...source.meshes, settings.environment].filter((file) => file !== undefined);
  return {
    graph,
    meshes,
    brokenMeshes: named.length - meshes.length,
    files: source.files.map((each) => ({ ...each, name: nameOf(each.name) })),
    patches: new Set(patches.files.map(({ name }) => nameOf(name))),
    context: new Set([...context.files.map(({ name }) => name), ...answering].map(nameOf)),
    elsewhere: new Set(cluster === undefined ? [] : unasked(cluster, others).map(findingName)),
    ...(cluster?.isChecked === true
      ? { cluster: { context: cluster.context, objects: others.length } }
      : {}),
    documents: source.documents,
    meshFiles: new Set(written),
    meshTexts: [...settings.paths.filter(isModule), ...written].flatMap((file) =>
      textOf(file, nameOf, texts),
    ),
  };
}

function isModule(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path);
}

function isNoModule(path: string): boolean {
  return !isModule(path);
}

function textOf(file: string, nameOf: FileNames, texts: ReadonlyMap<string, string>) {
  try {
    return [{ name: nameOf(file), text: texts.get(file) ?? readFileSync(file, "utf8") }];
  } catch {
    // That it cannot be read is reported where the mesh is read.
    return [];
  }
}

/** What of a cluster only answers questions: all of it beside files; else what is in no namespace that was named. */
function unasked({ isChecked, namespaces }: CheckedCluster, others: ClusterState["objects"]) {
  if (!isChecked) return others;
  if (namespaces === undefined) return [];
  return others.filter(({ kind, metadata }) => {
    const { name, namespace } = metadata;
    return kind === "Namespace" ? !namespaces.has(String(name)) : namespace === undefined;
  });
}

function toLifted(
  { manifest, urn, stack, locate }: ManifestDocument,
  nameOf: FileNames,
): LiftedManifest {
  const named = (path: Path): Position => {
    const position = locate(path);
    return { ...position, file: nameOf(position.file) };
  };
  return {
    manifest: asManifest(manifest),
    origin: {
      locate: named,
      ...(urn === undefined ? {} : { urn }),
      ...(stack === undefined ? {} : { stack }),
    },
  };
}

function othersOf(cluster: ClusterState, documents: readonly ManifestDocument[]) {
  const own = new Set(documents.map(({ manifest }) => objectKey(asManifest(manifest))));
  return cluster.objects.filter((object) => !own.has(objectKey(asManifest(object))));
}

type Written = ManifestDocument["manifest"];

/** What findings call it. */
function findingName(written: Written): string {
  return createObject(asManifest(written), {}).origin().source;
}

function asManifest(written: Written): Manifest {
  return written as unknown as Manifest;
}

/** MeshConfig is no object of the cluster; it becomes one here, so that rules find it like all else. */
function readMeshConfig(file: string | undefined, report: Report): readonly ManifestDocument[] {
  if (file === undefined) return [];
  const apiVersion = `${meshConfigType.slice(0, meshConfigType.indexOf("/"))}/v1alpha1`;
  const head = { apiVersion, kind: "MeshConfig" };
  return readManifests([file], report, { head }).documents;
}

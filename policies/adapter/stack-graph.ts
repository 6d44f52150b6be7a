import { createReport, type Diagnostic } from "../../diagnostics/index.ts";
import { joinGraphs } from "../../graph/join-graphs.ts";
import { liftGraph, type LiftedGraph, type LiftedManifest } from "../../graph/lift-graph.ts";
import { modelOfStack } from "../../graph/model-of-stack.ts";
import { createObject } from "../../graph/objects/create-object.ts";
import { objectKey } from "../../graph/objects/object-key.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { readStack, type StackContent, type StackResource } from "./read-stack.ts";

/** The graph of a stack, and what could not be read of it. */
export interface StackGraph {
  readonly graph: LiftedGraph;
  readonly diagnostics: readonly Diagnostic[];
  /** Objects of others, by the name that findings give them: nothing is said of them. */
  readonly elsewhere: ReadonlySet<string>;
}

/**
 * A function that builds the graph of a stack: what its Kubernetes objects say, joined with what only authors say.
 * Every policy of a run asks for the same stack, so that the last answer is kept; it is told by what the resources
 * hold, because each policy gets its own copies. What is deployed elsewhere and not in the stack as well is part of it.
 */
export function createStackGraph(
  elsewhere: Elsewhere,
): (resources: readonly StackResource[]) => StackGraph {
  let last: { readonly key: string; readonly graph: StackGraph } | undefined;
  return (resources) => {
    const content = readStack(resources);
    const others = elsewhere.objects();
    const key = JSON.stringify([content, others]);
    if (last?.key !== key) last = { key, graph: buildStackGraph(content, others) };
    return last.graph;
  };
}

function buildStackGraph(
  { manifests, meshes }: StackContent,
  all: readonly LiftedManifest[],
): StackGraph {
  const report = createReport();
  const own = new Set(manifests.map(({ manifest }) => objectKey(manifest)));
  const others = all.filter(({ manifest }) => !own.has(objectKey(manifest)));
  const lifted = liftGraph([...manifests, ...others], report);
  const graph = meshes.reduce(
    (joined, { definition, urn }) => joinGraphs(joined, modelOfStack(definition, urn, report)),
    lifted,
  );
  return {
    graph,
    diagnostics: report.diagnostics(),
    elsewhere: new Set(others.map(({ manifest }) => createObject(manifest, {}).origin().source)),
  };
}

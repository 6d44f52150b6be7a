import { createReport, type Diagnostic } from "../../diagnostics/index.ts";
import { joinGraphs } from "../../graph/join-graphs.ts";
import { liftGraph, type LiftedGraph } from "../../graph/lift-graph.ts";
import { modelOfStack } from "../../graph/model-of-stack.ts";
import { readStack, type StackContent, type StackResource } from "./read-stack.ts";

/** The graph of a stack, and what could not be read of it. */
export interface StackGraph {
  readonly graph: LiftedGraph;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A function that builds the graph of a stack: what its Kubernetes objects say, joined with what only authors say.
 * Every policy of a run asks for the same stack, so that the last answer is kept; it is told by what the resources
 * hold, because each policy gets its own copies.
 */
export function createStackGraph(): (resources: readonly StackResource[]) => StackGraph {
  let last: { readonly key: string; readonly graph: StackGraph } | undefined;
  return (resources) => {
    const content = readStack(resources);
    const key = JSON.stringify(content);
    if (last?.key !== key) last = { key, graph: buildStackGraph(content) };
    return last.graph;
  };
}

function buildStackGraph({ manifests, meshes }: StackContent): StackGraph {
  const report = createReport();
  const lifted = liftGraph(manifests, report);
  const graph = meshes.reduce(
    (joined, { definition, urn }) => joinGraphs(joined, modelOfStack(definition, urn, report)),
    lifted,
  );
  return { graph, diagnostics: report.diagnostics() };
}

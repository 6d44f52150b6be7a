import { createReport, type Path, type Position, type Report } from "../../diagnostics/index.ts";
import type { Graph } from "../../graph/graph.ts";
import type { StateMesh } from "../../source/read-manifests.ts";
import type { FileNames } from "./read-mesh.ts";

/**
 * What the mesh in a stack's state says and its objects do not: who calls whom. One that this version cannot read is
 * no fault of anybody: it was deployed as it is. Its reader is loaded only where there is one.
 */
export async function readStateMesh(
  { definition, urn, locate }: StateMesh,
  report: Report,
  nameOf: FileNames,
): Promise<Graph> {
  const { modelOfStack } = await import("../../graph/model-of-stack.ts");
  const positions = (path: Path): Position => {
    const position = locate(path);
    return { ...position, file: nameOf(position.file) };
  };
  const own = createReport();
  const graph = modelOfStack(definition, urn, own, { positions });
  const [problem] = own.diagnostics().filter(({ severity }) => severity === "error");
  if (problem !== undefined) {
    report.add({
      ...problem,
      severity: "info",
      undecided: true,
      message: `the mesh in the state of the stack could not be read: ${problem.message}`,
      position: positions(problem.path),
    });
  }
  return graph;
}

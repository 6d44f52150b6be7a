import { printPath } from "../../diagnostics/index.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Finding } from "../rule.ts";
import { toFinding } from "./kind.ts";
import { schemaKinds } from "./kinds.ts";
import type { ReadProblem } from "./read/decoding.ts";
import { liftProblems } from "./read/lift-problems.ts";

const none: ReadonlySet<string> = new Set();

/** The check of a rule that reports what objects of all kinds hold that their kinds have no place for. */
export function reportProblems(
  kind: ReadProblem["kind"],
): (graph: ObjectGraph, find: (finding: Finding) => void) => void {
  return (graph, find) => {
    for (const { type, verdict, told } of schemaKinds) {
      for (const object of objectsOf(graph, type)) {
        const problems = verdict(object).problems.filter((each) => each.kind === kind);
        if (problems.length === 0) continue;
        const known = kind === "type" ? liftProblems(object) : (told?.(object) ?? none);
        for (const problem of problems) {
          if (!known.has(printPath(problem.path))) find(toFinding(object, problem));
        }
      }
    }
  };
}

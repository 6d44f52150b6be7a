import type { WorkloadNode } from "../../graph/graph.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { selects } from "../../graph/query.ts";
import { policiesOf, type Policy } from "../change/access-scopes.ts";

const none: readonly Policy[] = [];

/** Policies by where they hold and the first label that they ask for. */
const byLabel = perGraph((graph) =>
  Map.groupBy(
    policiesOf(graph).filter(({ target }) => target === ""),
    ({ namespace = "", labels }) => {
      const [first] = Object.entries(labels);
      return first === undefined ? namespace : `${namespace} ${first.join("=")}`;
    },
  ),
);

/** The policies in force whose selectors, or the lack of one, choose a workload. */
export function policiesFor(
  graph: ObjectGraph,
  { namespace, labels }: Pick<WorkloadNode, "namespace" | "labels">,
): readonly Policy[] {
  const index = byLabel(graph);
  const own = Object.entries(labels).map((each) => each.join("="));
  return ["", namespace].flatMap((where) =>
    [where, ...own.map((label) => `${where} ${label}`)].flatMap((key) =>
      (index.get(key) ?? none).filter((policy) => selects(policy.labels, labels)),
    ),
  );
}

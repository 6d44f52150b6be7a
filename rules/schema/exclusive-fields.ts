import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";
import { growTree, visitChoices } from "./choice-tree.ts";
import { exclusiveFieldsByType } from "./fields/exclusive.ts";

const kinds = [...exclusiveFieldsByType].map(([type, all]) => ({
  type,
  tree: growTree(all),
  choices: all.map(({ names }) => names),
}));

/** Of fields that exclude each other only one is set. Istio would take the one that it happens to read last. */
export const exclusiveFields: Rule = {
  id: "schema/exclusive-fields",
  code: "HED4835",
  severity: "error",
  summary: "of fields that exclude each other, one is set",
  // Only the definition of the kind says so: istioctl reads the last of them.
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { type, tree, choices } of kinds) {
      const needed = new Set(choices.flatMap((names) => allButCommonest(graph, type, names)));
      for (const object of objectsWith(graph, type, ...needed)) {
        visitChoices(object.raw["spec"], tree, ["spec"], (path, given) => {
          find({
            outcome: "fail",
            origin: object.origin(path),
            message: `${given.map((name) => `\`${name}\``).join(" and ")} exclude each other, and the API server refuses both`,
            fix: "keep one of them",
          });
        });
      }
    }
  },
};

/** Where two of these names are given, at least one is not the name that most objects say. */
function allButCommonest(
  graph: ObjectGraph,
  type: string,
  names: readonly string[],
): readonly string[] {
  const count = (name: string): number => objectsWith(graph, type, name).length;
  return names.toSorted((a, b) => count(a) - count(b)).slice(0, -1);
}

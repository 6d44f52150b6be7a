import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { growTree, visitChoices } from "./choice-tree.ts";
import { exclusiveFieldsByType } from "./fields/exclusive.ts";

const trees = [...exclusiveFieldsByType].map(([type, all]) => [type, growTree(all)] as const);

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
    for (const [type, tree] of trees) {
      for (const object of objectsOf(graph, type)) {
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

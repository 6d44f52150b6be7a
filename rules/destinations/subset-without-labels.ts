import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";

/** A subset says by which labels its pods are known. Without any, it is all of the host. */
export const subsetWithoutLabels: Rule = {
  id: "destinations/subset-without-labels",
  code: "HED4656",
  severity: "info",
  summary: "a subset has labels",
  covers: ["KIA0209"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, destinationRuleType, "subsets")) {
      destinationRuleSpec(object)?.subsets?.forEach(({ name = "", labels = {} }, index) => {
        if (Object.keys(labels).length > 0) return;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "subsets", index]),
          message: `the subset ${JSON.stringify(name)} has no labels, and so holds every instance of the host`,
          fix: "add the labels of its pods, or move its policy to the destination",
        });
      });
    }
  },
};

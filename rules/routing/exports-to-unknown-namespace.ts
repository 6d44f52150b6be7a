import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { hasNameless } from "../../graph/objects/has-nameless.ts";
import { hasObjects } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { Rule } from "../rule.ts";

const kinds = [
  { type: virtualServiceType, read: virtualServiceSpec },
  { type: destinationRuleType, read: destinationRuleSpec },
  { type: serviceEntryType, read: serviceEntrySpec },
] as const;

const relative: ReadonlySet<string> = new Set(["*", ".", "~"]);

/** Namespaces that `exportTo` names exist, as far as namespaces are described. Otherwise nobody there sees it. */
export const exportsToUnknownNamespace: Rule = {
  id: "routing/exports-to-unknown-namespace",
  code: "HED4214",
  severity: "warning",
  summary: "namespaces that exportTo names exist",
  covers: ["KIA0005"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (!hasObjects(graph, "/Namespace")) return;
    const known = namespaces(graph);
    for (const { type, read } of kinds) {
      for (const object of objectsWith(graph, type, "exportTo")) {
        for (const [index, said] of (read(object)?.exportTo ?? []).entries()) {
          if (relative.has(said) || known.has(said)) continue;
          find({
            outcome: hasNameless(graph, "/Namespace") ? "unknown" : "fail",
            origin: object.origin(["spec", "exportTo", index]),
            message: `is exported to the namespace ${said}, which does not exist`,
            fix: "correct the name, or describe the namespace",
            absent: [],
          });
        }
      }
    }
  },
};

/** Those that are described, and those that anything is in. */
const namespaces = perGraph(
  ({ objects }) =>
    new Set(
      objects.map((each) =>
        each.type === "/Namespace" ? each.name : (each.statedNamespace ?? ""),
      ),
    ),
);

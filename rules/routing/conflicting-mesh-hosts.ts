import { virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { meshHostConflicts } from "./mesh-hosts.ts";

/**
 * A host has one VirtualService for the sidecars of a namespace. Of several, one wins, and which one is not defined.
 */
export const conflictingMeshHosts: Rule = {
  id: "routing/conflicting-mesh-hosts",
  code: "HED4205",
  severity: "error",
  summary: "a host has one VirtualService for the sidecars",
  covers: ["IST0109", "KIA1106"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const conflicts = meshHostConflicts(graph);
    if (conflicts.size === 0) return;
    for (const object of objectsOf(graph, virtualServiceType)) {
      const conflict = conflicts.get(object);
      if (conflict === undefined) continue;
      const others = conflict.others.slice(0, 5).map((each) => each.origin().source);
      const who = others.length === 0 ? "this VirtualService twice" : others.join(", ");
      find({
        outcome: "fail",
        origin: object.origin(["spec", "hosts"]),
        message: `the host ${conflict.host} is also defined for the sidecars by ${who}, and only one of them is used`,
        fix: "merge them into one VirtualService, or export each to other namespaces",
      });
    }
  },
};

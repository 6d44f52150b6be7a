import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { findObject, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";

/** A VirtualService that another one delegates to exists, and is one for that: without hosts and not delegating on. */
export const unknownDelegate: Rule = {
  id: "routing/unknown-delegate",
  code: "HED4210",
  severity: "warning",
  summary: "a VirtualService delegates only to ones that can take over",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "delegate")) {
      for (const [index, { delegate }] of (virtualServiceSpec(object)?.http ?? []).entries()) {
        const name = delegate?.name ?? "";
        if (name === "") continue;
        const namespace = delegate?.namespace ?? object.namespace;
        const fault = faultOf(graph, namespace, name);
        if (fault === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "http", index, "delegate"]),
          message: `delegates to ${namespace}/${name}, ${fault}; the rule is dropped`,
          fix: "delegate to a VirtualService without hosts and without delegates of its own",
          absent: ["route"],
        });
      }
    }
  },
};

function faultOf(graph: ObjectGraph, namespace: string, name: string): string | undefined {
  const object = findObject(graph, virtualServiceType, namespace, name);
  if (object === undefined) return "which does not exist";
  const spec = virtualServiceSpec(object);
  if (spec === undefined || object.unresolved.length > 0) return undefined;
  if ((spec.hosts ?? []).length > 0) return "which has hosts of its own";
  const further = (spec.http ?? []).some(({ delegate }) => delegate !== undefined);
  return further ? "which delegates again" : undefined;
}

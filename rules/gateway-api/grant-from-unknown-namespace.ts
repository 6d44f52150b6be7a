import { referenceGrantSpec, referenceGrantType } from "../../graph/kinds/gateway-api.ts";
import { hasNameless } from "../../graph/objects/has-nameless.ts";
import { hasObjects, objectsOf } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { Rule } from "../rule.ts";

/** A ReferenceGrant is for a namespace that exists. One that somebody creates later gets rights that nobody meant. */
export const grantFromUnknownNamespace: Rule = {
  id: "gateway-api/grant-from-unknown-namespace",
  code: "HED4667",
  severity: "error",
  summary: "a ReferenceGrant is for namespaces that exist",
  covers: ["KIA1601"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const isDescribed = hasObjects(graph, "/Namespace") && !hasNameless(graph, "/Namespace");
    const outcome = isDescribed ? "fail" : "unknown";
    for (const object of objectsOf(graph, referenceGrantType)) {
      for (const [index, { namespace = "" }] of (
        referenceGrantSpec(object)?.from ?? []
      ).entries()) {
        if (namespaces(graph).has(namespace)) continue;
        find({
          outcome,
          origin: object.origin(["spec", "from", index, "namespace"]),
          message: `lets objects of namespace ${namespace} refer to others here, and there is no such namespace`,
          fix: "correct the name, or describe the namespace",
          absent: [],
        });
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

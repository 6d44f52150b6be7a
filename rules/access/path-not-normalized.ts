import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import type { AuthorizationPolicySpec } from "../../graph/kinds/authorization-policy.ts";
import type { Path } from "../../diagnostics/index.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { Rule } from "../rule.ts";
import { settledObjects } from "./settled-objects.ts";
import { actionOf, filledField } from "./sources-of.ts";

/** Where access depends on paths, MeshConfig does not say that paths are compared as clients write them. */
export const pathNotNormalized: Rule = {
  id: "access/path-not-normalized",
  code: "HED4554",
  severity: "warning",
  summary: "where access depends on paths, paths are normalized",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const said = meshConfig(graph).config.pathNormalization?.normalization;
    if (said !== "NONE" && said !== "BASE") return;
    for (const object of settledObjects(graph, authorizationPolicyType, find)) {
      const spec = authorizationPolicySpec(object);
      const path = spec && escapedPath(spec, said === "NONE");
      if (path === undefined) continue;
      const trick = said === "NONE" ? "/x/../admin" : "//admin";
      find({
        outcome: "fail",
        origin: object.origin(path),
        message: `compares paths, and pathNormalization of the mesh is ${said}: a client that writes ${trick} for /admin gets past`,
        fix: "set meshConfig.pathNormalization.normalization to MERGE_SLASHES or DECODE_AND_MERGE_SLASHES",
      });
    }
  },
};

/** Place of the first path that keeps requests out; with `all`, of any path. */
function escapedPath(spec: AuthorizationPolicySpec, all: boolean): Path | undefined {
  const keepsOut = actionOf(spec) === "DENY" ? "paths" : "notPaths";
  const fields = all ? (["paths", "notPaths"] as const) : ([keepsOut] as const);
  for (const [rule, { to = [] }] of (spec.rules ?? []).entries()) {
    for (const [place, { operation = {} }] of to.entries()) {
      const field = filledField(fields, operation);
      if (field !== undefined) return ["spec", "rules", rule, "to", place, "operation", field];
    }
  }
  return undefined;
}

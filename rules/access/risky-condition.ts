import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import type { Path } from "../../diagnostics/index.ts";
import type { AuthorizationPolicySpec } from "../../graph/kinds/authorization-policy.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { Rule } from "../rule.ts";
import { settledObjects } from "./settled-objects.ts";
import { actionOf, filledField, sourcesOf } from "./sources-of.ts";

/** An ALLOW says what may come in. One that says what may not lets in whatever its author did not think of. */
export const riskyCondition: Rule = {
  id: "access/risky-condition",
  code: "HED4557",
  severity: "info",
  summary: "an ALLOW names what may come in, not what may not",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const fields = [...openSources, ...openOperations];
    for (const object of settledObjects(graph, authorizationPolicyType, find, ...fields)) {
      const spec = authorizationPolicySpec(object);
      const path = spec && actionOf(spec) === "ALLOW" ? openCondition(object, spec) : undefined;
      if (path === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(path),
        message: `an ALLOW with ${String(path.at(-1))} alone lets in whatever is written in a way that it does not expect`,
        fix: "name what may come in, and put what may not into a DENY",
      });
    }
  },
};

const openSources = ["notPrincipals", "notNamespaces", "notIpBlocks"] as const;
const openOperations = ["notPaths", "notHosts", "notMethods", "notPorts"] as const;

/** The first condition that only leaves something out: nothing beside it in the same place says what may come in. */
function openCondition(object: KubernetesObject, spec: AuthorizationPolicySpec): Path | undefined {
  for (const { source, path } of sourcesOf(object)) {
    const field = filledField(openSources, source);
    const named = ["principals", "namespaces", "ipBlocks", "requestPrincipals"] as const;
    if (field !== undefined && filledField(named, source) === undefined) return [...path, field];
  }
  for (const [rule, { to = [] }] of (spec.rules ?? []).entries()) {
    for (const [place, { operation = {} }] of to.entries()) {
      const field = filledField(openOperations, operation);
      const named = filledField(["paths", "hosts", "methods", "ports"], operation);
      if (field !== undefined && named === undefined) {
        return ["spec", "rules", rule, "to", place, "operation", field];
      }
    }
  }
  return undefined;
}

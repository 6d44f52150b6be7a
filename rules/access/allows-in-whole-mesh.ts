import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import type { Rule } from "../rule.ts";
import { settledObjects } from "./settled-objects.ts";
import { actionOf, isForAll } from "./sources-of.ts";

/** An ALLOW for the whole mesh refuses, by the way, everything else in the mesh. That is said by a policy of its own. */
export const allowsInWholeMesh: Rule = {
  id: "access/allows-in-whole-mesh",
  code: "HED4550",
  severity: "warning",
  summary: "an ALLOW for the whole mesh stands beside one that says that nothing else is allowed",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const root = rootNamespace(graph);
    const policies = settledObjects(graph, authorizationPolicyType, find);
    const inRoot = policies.filter(({ namespace }) => namespace === root);
    const ofMesh = inRoot.flatMap((object) => {
      const spec = authorizationPolicySpec(object);
      const counts = spec !== undefined && isForAll(spec) && actionOf(spec) === "ALLOW";
      return counts ? [{ object, rules: spec.rules ?? [] }] : [];
    });
    // Who also states that nothing is allowed knows that the mesh is closed.
    if (ofMesh.some(({ rules }) => rules.length === 0)) return;
    for (const { object } of ofMesh) {
      find({
        outcome: "fail",
        origin: object.origin(["spec", "rules"]),
        message: `allows some requests in the whole mesh, and so refuses all others to every workload that no other ALLOW is for`,
        fix: `move it to the namespaces that it is meant for, or add an ALLOW without rules to ${root} to say that the mesh is closed`,
      });
    }
  },
};

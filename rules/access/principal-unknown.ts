import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import type { Graph } from "../../graph/graph.ts";
import type { Fact } from "../../graph/lift-graph.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { accountsOf, hasOtherClusters } from "./known-accounts.ts";

/** Every principal that an access rule names is the identity of a workload. Otherwise it matches nobody. */
export const principalUnknown: Rule = {
  id: "access/principal-unknown",
  code: "HED4402",
  severity: "error",
  summary: "the principals that access rules name belong to workloads",
  covers: ["KIA0106", "KIA0107"],
  reads: ["objects", "workloads"],
  needs: [],
  check(graph, find) {
    // Where other clusters are part of the mesh, the workload may run in one of them.
    const ofCluster = hasOtherClusters(graph)
      ? { outcome: "unknown" as const, covers: ["KIA0107"] }
      : { covers: ["KIA0106"] };
    for (const object of objectsOf(graph, authorizationPolicyType)) {
      const rules = authorizationPolicySpec(object)?.rules ?? [];
      for (const [rule, { from = [] }] of rules.entries()) {
        for (const [place, { source }] of from.entries()) {
          for (const field of ["principals", "notPrincipals"] as const) {
            for (const [index, principal] of (source?.[field] ?? []).entries()) {
              const fault = faultOf(graph, principal);
              if (fault === undefined) continue;
              const path = ["spec", "rules", rule, "from", place, "source", field, index];
              const absent: readonly Fact[] = ["workload"];
              find({
                outcome: "fail",
                origin: object.origin(path),
                absent,
                ...ofCluster,
                ...fault,
              });
            }
          }
        }
      }
    }
  },
};

function faultOf(graph: Pick<Graph, "objects" | "workloads">, principal: string) {
  if (principal.startsWith("spiffe://")) {
    return {
      message: `principal "${principal}" has the prefix spiffe://, which identities are compared without`,
      fix: `write ${principal.slice("spiffe://".length)}`,
      outcome: "fail" as const,
      covers: [],
      // The form is wrong, whoever is there.
      absent: [],
    };
  }
  const parts = /^[^/*]+\/ns\/([^/*]+)\/sa\/([^/*]+)$/.exec(principal);
  const [, namespace = "", account = ""] = parts ?? [];
  const known = parts === null ? undefined : accountsOf(graph, namespace);
  if (known === undefined || known.has(account)) return undefined;
  const list = [...known].sort().slice(0, 8).join(", ");
  return {
    message: `no workload in namespace ${namespace} runs as service account "${account}"; they run as: ${list}`,
    fix: "correct the namespace or the service account in the principal",
  };
}

import { authorizationPolicyType } from "../../graph/kinds/authorization-policy.ts";
import type { Graph } from "../../graph/graph.ts";
import type { Fact } from "../../graph/lift-graph.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";
import { accountsOf, hasOtherClusters } from "./known-accounts.ts";
import { sourcesOf } from "./sources-of.ts";

const fields = ["principals", "notPrincipals"] as const;
const identity = /^[^/*]+\/ns\/([^/*]+)\/sa\/([^/*]+)$/;

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
    for (const object of objectsWith(graph, authorizationPolicyType, ...fields)) {
      for (const { source, path } of sourcesOf(object)) {
        for (const field of fields) {
          source[field]?.forEach((principal, index) => {
            const fault = faultOf(graph, principal);
            if (fault === undefined) return;
            const absent: readonly Fact[] = ["workload"];
            const origin = object.origin([...path, field, index]);
            find({ outcome: "fail", origin, absent, ...ofCluster, ...fault });
          });
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
  const parts = identity.exec(principal);
  const [, namespace = "", account = ""] = parts ?? [];
  const known = parts === null ? undefined : accountsOf(graph, namespace);
  if (known === undefined || known.has(account)) return undefined;
  const list = [...known].sort().slice(0, 8).join(", ");
  return {
    message: `no workload in namespace ${namespace} runs as service account "${account}"; they run as: ${list}`,
    fix: "correct the namespace or the service account in the principal",
  };
}

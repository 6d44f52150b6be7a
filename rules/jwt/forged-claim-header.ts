import { authorizationPolicyType } from "../../graph/kinds/authorization-policy.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { hasObjects, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { policiesOf, type Policy } from "../change/access-scopes.ts";
import type { Rule } from "../rule.ts";
import { claimHeaders, isWritten } from "./claim-headers.ts";
import { forgeableRoutes } from "./forgeable-routes.ts";

/** Who trusts a header that holds a claim gets it from a proxy that has checked the token, not from the client. */
export const forgedClaimHeader: Rule = {
  id: "jwt/forged-claim-header",
  code: "HED4734",
  severity: "warning",
  summary: "a header that holds a claim cannot come from the client",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const written = claimHeaders(graph);
    if (written.size === 0) return;
    for (const { object, path, header, gateway, writer } of forgeableRoutes(graph)) {
      find({
        outcome: "fail",
        origin: object.origin(path),
        message: `clients of gateway ${gateway} can send the header ${header} themselves: ${writer.origin().source}, which fills it from the token, is for another gateway`,
        fix: `remove the header ${header} on this route (headers.request.remove), or check tokens at this gateway too`,
      });
    }
    if (!hasObjects(graph, authorizationPolicyType)) return;
    for (const policy of policiesOf(graph).filter(({ target }) => target === "")) {
      for (const { header, path } of trustedHeaders(policy)) {
        const writers = written.get(header);
        if (writers === undefined) continue;
        const open = podsOf(graph, policy).find((pod) => !isWritten(writers, pod));
        if (open === undefined) continue;
        find({
          outcome: "fail",
          origin: policy.object.origin(path),
          message: `trusts the header ${header}, which ${writers[0]?.object.origin().source ?? ""} fills elsewhere: at ${open.object.kind} ${open.namespace}/${open.name}, whoever is in the mesh can send it`,
          fix: "allow the principal of the gateway only, or check the token here too and compare request.auth.claims",
        });
      }
    }
  },
};

/** Headers that a rule counts on, where it does not say who may send them. */
function trustedHeaders({ spec }: Policy) {
  return (spec.rules ?? []).flatMap(({ from = [], when = [] }, rule) => {
    const isNamed = from.some(({ source }) => (source?.principals ?? []).length > 0);
    if (isNamed) return [];
    return when.flatMap(({ key = "" }, index) => {
      const [, header] = /^request\.headers\[([^\]]+)\]$/.exec(key) ?? [];
      const path = ["spec", "rules", rule, "when", index, "key"];
      return header === undefined ? [] : [{ header: header.toLowerCase(), path }];
    });
  });
}

function podsOf(graph: ObjectGraph, { namespace, labels }: Policy): readonly VirtualPod[] {
  return podsSelectedBy(graph, namespace, labels).filter(({ mode }) => mode !== "none");
}

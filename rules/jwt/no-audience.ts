import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import {
  requestAuthenticationSpec,
  requestAuthenticationType,
} from "../../graph/kinds/request-authentication.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** A token is only good for whom it was made for. */
export const noAudience: Rule = {
  id: "jwt/no-audience",
  code: "HED4580",
  severity: "info",
  summary: "tokens are checked for their audience",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, requestAuthenticationType, find)) {
      for (const [index, rule] of (requestAuthenticationSpec(object)?.jwtRules ?? []).entries()) {
        if ((rule.audiences ?? []).length > 0) continue;
        if (namespacesAsking(graph).has(object.namespace)) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "jwtRules", index]),
          message: `takes every token of ${rule.issuer ?? "the issuer"}, also those made for other services`,
          fix: "list the audiences that the tokens of this service have",
        });
      }
    }
  },
};

/** Namespaces with an AuthorizationPolicy that looks at the audience. */
const namespacesAsking = perGraph((graph: ObjectGraph): ReadonlySet<string> => {
  const asking = objectsOf(graph, authorizationPolicyType).filter((object) =>
    /"request\.auth\.(?:audiences|claims\[aud\])"/.test(
      JSON.stringify(authorizationPolicySpec(object)?.rules ?? []),
    ),
  );
  return new Set(asking.map(({ namespace }) => namespace));
});

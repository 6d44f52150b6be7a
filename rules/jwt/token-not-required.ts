import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import {
  requestAuthenticationSpec,
  requestAuthenticationType,
} from "../../graph/kinds/request-authentication.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { hasObjects, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** Where tokens are checked, something asks for one. RequestAuthentication refuses wrong tokens, not their absence. */
export const tokenNotRequired: Rule = {
  id: "jwt/token-not-required",
  code: "HED4433",
  severity: "warning",
  summary: "where tokens are checked, requests without one are refused",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (!hasObjects(graph, requestAuthenticationType)) return;
    const asking = namespacesAsking(graph);
    if (asking.has(rootNamespace(graph))) return;
    for (const object of settledObjects(graph, requestAuthenticationType, find)) {
      const rules = requestAuthenticationSpec(object)?.jwtRules ?? [];
      if (rules.length === 0 || asking.has(object.namespace)) continue;
      // One of the root namespace holds everywhere, and so any policy may be about its tokens.
      if (object.namespace === rootNamespace(graph) && asking.size > 0) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "jwtRules"]),
        message: `no AuthorizationPolicy of namespace ${object.namespace} asks for a token, so that requests without one pass`,
        fix: 'add an AuthorizationPolicy that allows requestPrincipals: ["*"] only, or denies notRequestPrincipals: ["*"]',
      });
    }
  },
};

/** Namespaces with a policy or a route that looks at tokens. */
const namespacesAsking = perGraph((graph: ObjectGraph): ReadonlySet<string> => {
  const policies = objectsOf(graph, authorizationPolicyType).filter((object) =>
    /"(?:notR|r)equestPrincipals"|"request\.auth\./.test(
      JSON.stringify(authorizationPolicySpec(object)?.rules ?? []),
    ),
  );
  // A route on a gateway may be anywhere.
  const routes = objectsOf(graph, virtualServiceType).filter((object) =>
    JSON.stringify(virtualServiceSpec(object)?.http ?? []).includes('"@request.auth.claims'),
  );
  return new Set([...policies, ...routes].map(({ namespace }) => namespace));
});

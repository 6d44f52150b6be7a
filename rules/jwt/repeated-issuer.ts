import {
  requestAuthenticationSpec,
  requestAuthenticationType,
} from "../../graph/kinds/request-authentication.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** For one issuer and one place of the token there is one rule. */
export const repeatedIssuer: Rule = {
  id: "jwt/repeated-issuer",
  code: "HED4581",
  severity: "warning",
  summary: "a RequestAuthentication has one rule for an issuer",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, requestAuthenticationType, find)) {
      const seen = new Map<string, number>();
      for (const [index, rule] of (requestAuthenticationSpec(object)?.jwtRules ?? []).entries()) {
        const { issuer, fromHeaders, fromParams, fromCookies } = rule;
        if (issuer === undefined) continue;
        const place = JSON.stringify([issuer, fromHeaders, fromParams, fromCookies]);
        const first = seen.get(place);
        if (first === undefined) seen.set(place, index);
        else {
          find({
            outcome: "fail",
            origin: object.origin(["spec", "jwtRules", index, "issuer"]),
            message: `is another rule for issuer ${issuer} and the same place of the token as jwtRules[${String(first)}]`,
            fix: "make one rule of both, with all keys in one jwks and all audiences",
          });
        }
      }
    }
  },
};

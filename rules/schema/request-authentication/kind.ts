import { checkAttachment } from "../checks/selectors.ts";
import {
  requestAuthenticationFields,
  type JwtRule,
  type RequestAuthentication,
} from "../fields/security.ts";
import { defineKind } from "../kind.ts";
import { checkField, checkItems } from "../check-field.ts";
import { each, isSet, type Place } from "../place.ts";
import { durationProblem } from "../values/duration.ts";
import { checkJwks } from "./jwks.ts";
import { jwksUriProblem } from "./jwks-uri.ts";

export const requestAuthenticationKind = defineKind({
  type: "security.istio.io/RequestAuthentication",
  versions: ["v1", "v1beta1"],
  spec: requestAuthenticationFields,
  check: checkRequestAuthentication,
});

function checkRequestAuthentication(spec: RequestAuthentication, place: Place): void {
  checkAttachment(spec, place);
  checkItems(spec, "jwtRules", place, checkJwtRule);
}

function checkJwtRule(rule: JwtRule, place: Place): void {
  if (!isSet(rule.issuer) && !isSet(rule.jwksUri)) {
    place.error("the rule has neither `issuer` nor `jwksUri`");
  }
  if (isSet(rule.jwksUri)) place.at("jwksUri").error(jwksUriProblem(rule.jwksUri));
  if (isSet(rule.jwks)) checkJwks(rule.jwks, place.at("jwks"));
  for (const name of ["audiences", "fromParams", "fromCookies", "spaceDelimitedClaims"] as const) {
    each(rule[name], place.at(name), (value, at) => {
      if (value === "") at.error("the value is empty");
    });
  }
  checkItems(rule, "fromHeaders", place, ({ name }, at) => {
    if (!isSet(name)) at.error("the header has no `name`");
  });
  checkItems(rule, "outputClaimToHeaders", place, ({ claim, header }, at) => {
    if (!isSet(claim) || !isSet(header)) at.error("`claim` and `header` are both required");
    else if (!/^[-_A-Za-z0-9]+$/.test(header)) {
      at.at("header").error(`${JSON.stringify(header)} is not the name of a header`);
    }
  });
  checkField(rule, "timeout", place, (timeout, at) => {
    at.error(durationProblem(timeout));
  });
}

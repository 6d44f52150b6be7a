import { checkAttachment } from "../checks/selectors.ts";
import {
  requestAuthenticationFields,
  type JwtRule,
  type RequestAuthentication,
} from "../fields/security.ts";
import { defineKind } from "../kind.ts";
import { each, isSet, present, type Place } from "../place.ts";
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
  each(spec.jwtRules, place.at("jwtRules"), checkJwtRule);
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
  each(rule.fromHeaders, place.at("fromHeaders"), ({ name }, at) => {
    if (!isSet(name)) at.error("the header has no `name`");
  });
  each(rule.outputClaimToHeaders, place.at("outputClaimToHeaders"), ({ claim, header }, at) => {
    if (!isSet(claim) || !isSet(header)) at.error("`claim` and `header` are both required");
    else if (!/^[-_A-Za-z0-9]+$/.test(header)) {
      at.at("header").error(`${JSON.stringify(header)} is not the name of a header`);
    }
  });
  present(rule.timeout, place.at("timeout"), (timeout, at) => {
    at.error(durationProblem(timeout));
  });
}

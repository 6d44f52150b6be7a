import { checkAttachment } from "../checks/selectors.ts";
import { authorizationPolicyFields, type AuthorizationPolicy } from "../fields/security.ts";
import { defineKind } from "../kind.ts";
import { each, isSet, type Place } from "../place.ts";
import { checkCustom } from "./custom.ts";
import { checkRule } from "./rule.ts";

export const authorizationPolicyKind = defineKind({
  type: "security.istio.io/AuthorizationPolicy",
  versions: ["v1", "v1beta1"],
  spec: authorizationPolicyFields,
  check: checkAuthorizationPolicy,
  tried: ({ action = "ALLOW" }) => action,
});

function checkAuthorizationPolicy(spec: AuthorizationPolicy, place: Place): void {
  const { action = "ALLOW", rules, provider } = spec;
  checkAttachment(spec, place);
  if ((action === "CUSTOM" || action === "DENY") && rules === undefined) {
    place.error(
      `a policy of ${action} without rules never applies`,
      "add the rule `{}` if it is meant for every request",
    );
  }
  if (action === "CUSTOM") {
    if (rules !== undefined && !isSet(provider?.name)) {
      place.error("a policy of CUSTOM asks a provider: set `provider.name`");
    }
    each(rules, place.at("rules"), checkCustom);
  } else if (provider !== undefined) {
    place.at("provider").error(`a policy of ${action} asks no provider`, "remove `provider`");
  }
  each(rules, place.at("rules"), (rule, at) => {
    checkRule(rule, at, action);
  });
}

import type { Rule } from "../rule.ts";
import { gatewayApiDefinitions, printVersions } from "./gateway-api-definitions.ts";

const kinds: ReadonlySet<string> = new Set([
  "Gateway",
  "GatewayClass",
  "HTTPRoute",
  "ReferenceGrant",
]);

/** The definitions of the main kinds of the Gateway API serve v1beta1. */
export const gatewayApiWithoutBeta: Rule = {
  id: "objects/gateway-api-without-beta",
  code: "HED4105",
  severity: "error",
  summary: "the main kinds of the Gateway API are served in v1beta1",
  covers: ["IST0156"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const definition of gatewayApiDefinitions(graph)) {
      if (!kinds.has(definition.kind) || definition.served.has("v1beta1")) continue;
      find({
        outcome: "fail",
        origin: definition.object.origin(["spec", "versions"]),
        message: `the kind ${definition.kind} is served in ${printVersions(definition)}, and Istio needs v1beta1`,
        fix: "install a newer release of the Gateway API",
      });
    }
  },
};

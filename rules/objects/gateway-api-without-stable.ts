import type { Rule } from "../rule.ts";
import { gatewayApiDefinitions, printVersions } from "./gateway-api-definitions.ts";

const kinds: ReadonlySet<string> = new Set(["Gateway", "GatewayClass", "GRPCRoute", "HTTPRoute"]);

/** The definitions of the main kinds of the Gateway API serve v1. */
export const gatewayApiWithoutStable: Rule = {
  id: "objects/gateway-api-without-stable",
  code: "HED4106",
  severity: "warning",
  summary: "the main kinds of the Gateway API are served in v1",
  covers: ["IST0172"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const definition of gatewayApiDefinitions(graph)) {
      if (!kinds.has(definition.kind) || definition.served.has("v1")) continue;
      find({
        outcome: "fail",
        origin: definition.object.origin(["spec", "versions"]),
        message: `the kind ${definition.kind} is served in ${printVersions(definition)}, and Istio needs v1`,
        fix: "install a newer release of the Gateway API",
      });
    }
  },
};

import type { Rule } from "../rule.ts";
import { destinationPoliciesWith } from "./destination-policies.ts";

/** What the proxy takes where nobody says `consecutive5xxErrors`. */
const default5xxErrors = 5;

/** The number of gateway errors that ejects is smaller than the number of errors of 5xx, which include them. */
export const gatewayErrorsShadowed: Rule = {
  id: "resilience/gateway-errors-shadowed",
  code: "HED4512",
  severity: "warning",
  summary: "fewer gateway errors than errors of 5xx eject an instance",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, path, policy } of destinationPoliciesWith(
      graph,
      "consecutiveGatewayErrors",
    )) {
      const { consecutiveGatewayErrors: gateway = 0, consecutive5xxErrors: stated } =
        policy.outlierDetection ?? {};
      const all = stated ?? default5xxErrors;
      // Zero switches a count off.
      if (gateway === 0 || all === 0 || gateway < all) continue;
      const source = stated === undefined ? " (the default)" : "";
      find({
        outcome: "fail",
        origin: object.origin([...path, "outlierDetection", "consecutiveGatewayErrors"]),
        message: `consecutiveGatewayErrors ${String(gateway)} has no effect: gateway errors are errors of 5xx too, and ${String(all)}${source} of those eject`,
        fix: `set consecutiveGatewayErrors below ${String(all)}, or consecutive5xxErrors to 0 to count gateway errors only`,
      });
    }
  },
};

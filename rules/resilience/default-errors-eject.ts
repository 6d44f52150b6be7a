import type { Rule } from "../rule.ts";
import { destinationPoliciesWith } from "./destination-policies.ts";

/** Who counts gateway errors says what other errors of 5xx do: by default, five of them eject as well. */
export const defaultErrorsEject: Rule = {
  id: "resilience/default-errors-eject",
  code: "HED4776",
  severity: "info",
  summary: "who counts gateway errors also says how many errors of 5xx eject",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, path, policy } of destinationPoliciesWith(
      graph,
      "consecutiveGatewayErrors",
    )) {
      const { consecutiveGatewayErrors, consecutive5xxErrors } = policy.outlierDetection ?? {};
      // Five and more are a fault of their own: `resilience/gateway-errors-shadowed`.
      const counts = (consecutiveGatewayErrors ?? 0) > 0 && (consecutiveGatewayErrors ?? 0) < 5;
      if (!counts || consecutive5xxErrors !== undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin([...path, "outlierDetection"]),
        message: `counts gateway errors, and five errors of 5xx in a row, such as 500 of the application, eject too: that is the default`,
        fix: "set consecutive5xxErrors to 0 to count gateway errors only, or to the number that is meant",
      });
    }
  },
};

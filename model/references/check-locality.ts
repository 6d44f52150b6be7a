import { printPath } from "../../diagnostics/index.ts";
import { checkWeights } from "./check-weights.ts";
import type { PolicyPlace } from "./policy-place.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** Shares sum to 100; failover knows which instances fail, and goes somewhere else. */
export function checkLocality(context: ReferenceContext, { own, whole, at }: PolicyPlace): void {
  const { locality, outlierDetection } = whole;
  if (own.locality !== undefined && "distribute" in own.locality) {
    for (const [from, shares] of Object.entries(own.locality.distribute)) {
      checkWeights(context, shares, at("locality", "distribute", from));
    }
  }
  if (locality === undefined || !("failover" in locality)) return;
  if (outlierDetection === undefined || outlierDetection === "off") {
    const said =
      outlierDetection === "off" ? `is off at ${printPath(at("outlierDetection"))}` : "is not said";
    addError(context, {
      code: "HED2030",
      path: at("locality", "failover"),
      message: `failover between localities, and outlier detection ${said}: instances that fail would never be left`,
      fix: "say which failures eject an instance, for example outlierDetection: { consecutiveGatewayErrors: 5 }",
    });
  }
  for (const [from, to] of Object.entries(locality.failover)) {
    if (from !== to) continue;
    addError(context, {
      code: "HED1033",
      path: at("locality", "failover", from),
      message: `got "${to}", which is the region that failed; allowed: another one`,
      fix: "name another region, or remove the entry for the nearest one",
    });
  }
}

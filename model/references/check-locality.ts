import { printPath, type Path } from "../../diagnostics/index.ts";
import { checkWeights } from "./check-weights.ts";
import type { PolicyPlace } from "./policy-place.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** Shares sum to 100; failover knows which instances fail, and goes somewhere else. */
export function checkLocality(context: ReferenceContext, { own, whole, at }: PolicyPlace): void {
  const { locality, outlierDetection } = whole;
  if (own.locality !== undefined && "distribute" in own.locality) {
    const { distribute } = own.locality;
    checkOverlaps(context, distribute, at("locality", "distribute"));
    for (const [from, shares] of Object.entries(distribute)) {
      const path = at("locality", "distribute", from);
      checkWeights(context, shares, path, "a locality that is left out gets nothing");
      checkOverlaps(context, shares, path);
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

/** An instance is in one of the localities only: a region holds its zones, and says so with or without "*". */
function checkOverlaps(
  context: ReferenceContext,
  map: Readonly<Record<string, unknown>>,
  path: Path,
): void {
  const names = Object.keys(map);
  for (const name of names) {
    const wider = names.find((other) => other !== name && covers(other, name));
    if (wider === undefined) continue;
    addError(context, {
      code: "HED1009",
      path: [...path, name],
      message: `got "${name}", which "${wider}" beside it holds as well; allowed: localities that have nothing in common`,
      fix: "remove one of them, or name the other zones of the region",
    });
  }
}

function covers(wide: string, narrow: string): boolean {
  const whole = (locality: string): string => locality.replace(/\/?\*$/, "");
  const prefix = whole(wide);
  return prefix === "" || whole(narrow) === prefix || whole(narrow).startsWith(`${prefix}/`);
}

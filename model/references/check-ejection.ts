import { printPath } from "../../diagnostics/index.ts";
import type { PolicyPlace } from "./policy-place.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** Outlier detection may eject somebody, and no count hides another one. */
export function checkEjection(context: ReferenceContext, { whole, at }: PolicyPlace): void {
  const outliers = whole.outlierDetection;
  if (outliers === undefined || outliers === "off") return;
  const place = (key: string) => at("outlierDetection", key);
  const { consecutive5xxErrors: all = 0, consecutiveGatewayErrors: gateway = 0 } = outliers;
  if (outliers.maxEjectionPercent === 0) {
    addError(context, {
      code: "HED1031",
      path: place("maxEjectionPercent"),
      message: `got 0, so that ${printPath(at("outlierDetection"))} never ejects anybody; allowed: 1 to 100`,
      fix: 'raise it, or say outlierDetection: "off"',
    });
  }
  if (outliers.minHealthPercent === 100) {
    addError(context, {
      code: "HED1031",
      path: place("minHealthPercent"),
      message: `got 100, so that the first ejection of ${printPath(at("outlierDetection"))} undoes itself; allowed: 0 to 99`,
      fix: "lower it; 0 never uses an ejected instance",
    });
  }
  if (gateway > 0 && all > 0 && gateway >= all) {
    addError(context, {
      code: "HED1032",
      path: place("consecutiveGatewayErrors"),
      message: `got ${String(gateway)}, which has no effect: gateway errors are errors of 5xx too, and ${String(all)} of those eject (${printPath(place("consecutive5xxErrors"))})`,
      fix: `set it below ${String(all)}, or consecutive5xxErrors to 0`,
    });
  }
}

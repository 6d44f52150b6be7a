import type { Report } from "../../diagnostics/index.ts";
import type { Json, Origin, RouteRuleNode } from "../../graph/index.ts";
import { printDuration, usualBackoff, type Retries } from "../../model/index.ts";

/** Status codes that have a name: Istio's validation refuses the others. */
const knownCodes = new Set([
  ...range(100, 103),
  ...range(200, 208),
  226,
  ...range(300, 305),
  307,
  308,
  ...range(400, 418),
  ...range(421, 426),
  428,
  429,
  431,
  451,
  ...range(500, 508),
  510,
  511,
]);

/** The retries of a rule; zero attempts where it has none, which switches Istio's own off. */
export function httpRetries({ retries, origin }: RouteRuleNode, report: Report): Json {
  if (retries === undefined || retries.attempts === 0) return { attempts: 0 };
  const { attempts, perTryTimeout, on, backoff } = retries;
  checkMaxBackoff(retries, origin, report);
  for (const condition of on.filter((each) => /^\d+$/.test(each))) {
    if (knownCodes.has(Number(condition))) continue;
    report.add({
      code: "HED3001",
      severity: "error",
      path: origin.path,
      message: `Istio cannot retry on the status code ${condition}, which has no name in HTTP; allowed: registered codes such as 503`,
      fix: `name a registered code, or a condition such as "5xx"`,
      ...(origin.position === undefined ? {} : { position: origin.position }),
    });
  }
  return {
    attempts,
    ...(perTryTimeout === undefined ? {} : { perTryTimeout: printDuration(perTryTimeout) }),
    retryOn: on.join(","),
    ...(backoff === undefined ? {} : { backoff: printDuration(backoff) }),
    // Istio's own default is to go to other instances, and to stay in the locality.
    ...(retries.otherHosts === false ? { retryIgnorePreviousHosts: false } : {}),
    ...(retries.otherLocalities === true ? { retryRemoteLocalities: true } : {}),
  };
}

/** Istio takes the first pause, and Envoy's longest is ten times that. */
function checkMaxBackoff(
  { backoff = usualBackoff, maxBackoff }: Retries,
  { path, position }: Origin,
  report: Report,
): void {
  if (maxBackoff === undefined || maxBackoff === 10 * backoff) return;
  report.add({
    code: "HED3001",
    severity: "error",
    path,
    message: `Istio cannot limit the pause between tries to ${printDuration(maxBackoff)}; allowed: ten times the first, ${printDuration(10 * backoff)}`,
    fix: "remove maxBackoff, or change backoff",
    ...(position === undefined ? {} : { position }),
  });
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

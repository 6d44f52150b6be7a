import { parsePlan, planHeader, type Plan } from "./plan.ts";
import type { Instance } from "./perform.ts";

/** The plan of a request: its own over the standing one, field by field. A plan that is not valid is a problem. */
export function effectivePlan(
  instance: Instance,
  headers: Readonly<Record<string, string>>,
): { plan: Plan } | { problem: string } {
  const own = parsePlan(headers[planHeader]);
  return "problem" in own ? own : { plan: { ...instance.standing.current(), ...own.plan } };
}

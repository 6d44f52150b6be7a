import type { Path } from "../../diagnostics/index.ts";
import type { Service } from "../mesh.ts";
import { defaultRule } from "../normalize/normalize-route.ts";
import type { RouteInput, RouteRuleInput } from "../schema/route-schema.ts";
import { checkActions } from "./check-actions.ts";
import { addNotHttp, speaksHttp } from "./check-http.ts";
import { checkKnownService } from "./check-known-service.ts";
import { checkMatches } from "./check-matches.ts";
import { checkOtherServices } from "./check-other-services.ts";
import { checkReach } from "./check-reach.ts";
import { checkRoundTrip } from "./check-round-trip.ts";
import { checkSplit } from "./check-split.ts";
import { checkWeights } from "./check-weights.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

type Policy = Omit<RouteRuleInput, "name" | "matches">;

/** What needs to see requests one by one. */
const requestPolicies = [
  "timeout",
  "retries",
  "rewrite",
  "redirect",
  "respond",
  "headers",
  "cors",
  "fault",
  "mirror",
  "service",
  "services",
] as const;

/** Every route belongs to a service in the mesh and splits over that service's versions. */
export function checkRoutes(context: ReferenceContext): void {
  for (const [name, route] of context.routes) {
    const path = ["routes", name];
    checkRuleNames(context, route, path);
    checkSums(context, route, path);
    for (const [index, { matches }] of (route.rules ?? []).entries()) {
      checkMatches(context, name, matches, [...path, "rules", index, "matches"]);
    }
    checkReach(context, name);
    checkActions(context, name, route, path);
    checkRoundTrip(context, name);
    for (const [index, rule] of (route.rules ?? []).entries()) {
      checkActions(context, name, rule, [...path, "rules", index]);
    }
    if (!checkKnownService(context, name, path)) continue;
    const service = sureService(context, name);
    if (service === undefined) continue;
    if (service.kind === "external") {
      addError(context, {
        code: "HED2004",
        path,
        message: `"${name}" is external (${service.host}), so its requests cannot be routed`,
        fix: "set timeout and retries at the calls that use it, and remove the route",
      });
      continue;
    }
    checkPolicy(context, service, route, path);
    for (const [index, rule] of (route.rules ?? []).entries()) {
      const place = [...path, "rules", index];
      checkPolicy(context, service, rule, place);
      if (!speaksHttp(service)) addNotHttp(context, service, [...place, "matches"], "matches");
    }
  }
}

function checkSums(context: ReferenceContext, route: RouteInput, path: Path): void {
  if (route.split !== undefined) checkWeights(context, route.split, [...path, "split"]);
  for (const [index, { split }] of (route.rules ?? []).entries()) {
    if (split !== undefined) checkWeights(context, split, [...path, "rules", index, "split"]);
  }
}

function checkPolicy(
  context: ReferenceContext,
  service: Service,
  policy: Policy,
  path: Path,
): void {
  for (const key of requestPolicies) {
    if (policy[key] === undefined || speaksHttp(service)) continue;
    addNotHttp(context, service, [...path, key], key);
  }
  if (service.kind === "external") return;
  if (policy.split !== undefined) checkSplit(context, service, policy.split, [...path, "split"]);
  if (speaksHttp(service)) checkOtherServices(context, service, policy, path);
}

function checkRuleNames(context: ReferenceContext, route: RouteInput, path: Path): void {
  if (route.rules === undefined) return;
  const seen = new Set<string>([defaultRule]);
  for (const [index, rule] of route.rules.entries()) {
    const name = rule.name ?? `rule-${String(index)}`;
    if (seen.has(name)) {
      addError(context, {
        code: "HED1009",
        path: [...path, "rules", index, "name"],
        message: `got the name "${name}" twice; allowed: each once, and "${defaultRule}" is the route's own`,
        fix: "give the rule another name",
      });
    }
    seen.add(name);
  }
}

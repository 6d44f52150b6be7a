import { printPath } from "../../diagnostics/index.ts";
import { addNotHttp, speaksHttp } from "./check-http.ts";
import { checkEjection } from "./check-ejection.ts";
import { checkLocality } from "./check-locality.ts";
import { policiesOf, type PolicyPlace } from "./policy-place.ts";
import { checkSeconds } from "./check-seconds.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** The parts of every policy fit each other and the protocol of their service. */
export function checkPolicies(context: ReferenceContext): void {
  for (const [name, input] of context.services) {
    for (const place of policiesOf(name, input)) {
      checkWarmUp(context, place);
      checkEjection(context, place);
      checkLocality(context, place);
      checkSeconds(context, place);
      checkProtocol(context, name, place);
    }
  }
}

/** Only algorithms that look at the instances one by one can spare a new one. */
function checkWarmUp(context: ReferenceContext, { whole, at }: PolicyPlace): void {
  const { warmUp, loadBalancing = "least-request" } = whole;
  if (warmUp === undefined) return;
  const kind = typeof loadBalancing === "string" ? loadBalancing : "consistentHash";
  if (kind === "least-request" || kind === "round-robin") return;
  addError(context, {
    code: "HED1030",
    path: at("warmUp"),
    message: `a warm-up, and ${kind} at ${printPath(at("loadBalancing"))}, which has none; allowed with: least-request, round-robin`,
    fix: "remove warmUp, or choose another loadBalancing",
  });
}

const httpFields = [
  "maxPendingRequests",
  "maxConcurrentRequests",
  "maxRequestsPerConnection",
  "http2Upgrade",
] as const;

/** Ports without requests have connections only. */
function checkProtocol(context: ReferenceContext, name: string, { own, path }: PolicyPlace): void {
  const service = sureService(context, name);
  if (service === undefined || speaksHttp(service)) return;
  const { loadBalancing, connections = {}, outlierDetection, retryBudget } = own;
  if (typeof loadBalancing === "object" && !("sourceAddress" in loadBalancing.consistentHash)) {
    addNotHttp(context, service, [...path, "loadBalancing"], "a hash over a part of the request");
  }
  for (const key of httpFields) {
    if (connections[key] === undefined) continue;
    addNotHttp(context, service, [...path, "connections", key], key);
  }
  for (const key of ["consecutive5xxErrors", "consecutiveGatewayErrors"] as const) {
    if (typeof outlierDetection !== "object" || outlierDetection[key] === undefined) continue;
    addNotHttp(context, service, [...path, "outlierDetection", key], key);
  }
  if (retryBudget !== undefined) {
    addNotHttp(context, service, [...path, "retryBudget"], "retryBudget");
  }
}

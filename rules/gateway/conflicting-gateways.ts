import { gatewayType } from "../../graph/kinds/gateway.ts";
import { isSameObject } from "../../graph/objects/is-same-object.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { printLabels, type Labels } from "../access/selector-target.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import { gatewayPods } from "./gateway-workloads.ts";
import { claimsOf, type Claim } from "./gateway-claims.ts";
import { isStandardGateway } from "./standard-gateway.ts";

/** Two Gateways of one workload do not listen for one host on one port: which of them answers is not defined. */
export const conflictingGateways: Rule = {
  id: "gateway/conflicting-gateways",
  code: "HED4474",
  severity: "error",
  summary: "one Gateway listens for a host on a port of a workload",
  covers: ["IST0145", "KIA0301"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const claims = settledObjects(graph, gatewayType, find).flatMap(claimsOf);
    for (const same of Map.groupBy(claims, ({ key }) => key).values()) {
      const bySelector = Map.groupBy(same, ({ selector }) => printLabels(selector));
      const reported = new Set<string>();
      for (const claim of same) {
        const place = `${claim.object.namespace}/${claim.object.name} ${String(claim.server)}`;
        const other = reported.has(place) ? undefined : rivalOf(graph, claim, bySelector);
        if (other === undefined) continue;
        reported.add(place);
        find({
          outcome: "fail",
          origin: claim.object.origin(["spec", "servers", claim.server, "hosts", claim.place]),
          message: `${claim.host} on port ${String(claim.port)} is also served by Gateway ${other.object.namespace}/${other.object.name}`,
          fix: "make one Gateway of them, or give them different hosts, ports or workloads",
        });
      }
    }
  },
};

/** Another Gateway with the same host, port and address, for the same proxies. */
function rivalOf(
  graph: ObjectGraph,
  { object, selector }: Claim,
  bySelector: ReadonlyMap<string, readonly Claim[]>,
): Claim | undefined {
  for (const claims of bySelector.values()) {
    const rival = claims.find((each) => !isSameObject(each.object, object));
    if (rival !== undefined && sharePods(graph, selector, rival.selector)) return rival;
  }
  return undefined;
}

function sharePods(graph: ObjectGraph, one: Labels, other: Labels): boolean {
  if (printLabels(one) === printLabels(other)) return true;
  const [wide, narrow] =
    Object.keys(one).length < Object.keys(other).length ? [one, other] : [other, one];
  const isPart = Object.entries(wide).every(([key, value]) => narrow[key] === value);
  if (!isPart) return false;
  // The proxies that come with Istio are not in files of applications.
  if (isStandardGateway(narrow)) return true;
  const pods = new Set(gatewayPods(graph, wide));
  return gatewayPods(graph, narrow).some((each) => pods.has(each));
}

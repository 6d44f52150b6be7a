import type { Destination, Graph, SubsetNode } from "../../graph/graph.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { hasIdle, idleIn } from "../../graph/idle-workloads.ts";
import { selects, subsetsOf, workloadsOf } from "../../graph/query.ts";
import { rulesOf } from "../../graph/route-rules.ts";
import { findService } from "../find-service.ts";
import type { Finding, Rule } from "../rule.ts";
import { declareElsewhere } from "./declare-elsewhere.ts";
import { judgeHost } from "./judge-host.ts";
import { routeDestinations } from "./route-destinations.ts";

type Find = (finding: Finding) => void;
type Read = Pick<Graph, "services" | "workloads" | "subsets" | "routes" | "objects">;

/**
 * Every subset that a route sends to is defined, and one with a weight has instances. Otherwise that share of the
 * requests is answered with 503 and nothing else says so.
 */
export const splitWithoutWorkload: Rule = {
  id: "routing/split-without-workload",
  code: "HED4001",
  severity: "error",
  summary: "a split sends only to versions that have workloads",
  covers: ["IST0101", "KIA1107"],
  reads: ["services", "workloads", "subsets", "routes", "objects"],
  needs: ["destination", "subset"],
  check(graph, find) {
    for (const { destinations } of hasIdle(graph) ? rulesOf(graph) : []) {
      for (const each of destinations) {
        if (each.weight > 0 && each.subset !== undefined) checkInstances(graph, each, find);
      }
    }
    checkObjects(graph, find);
  },
};

/** As long as the host exists: else that is the fault, and another rule says it. */
function checkObjects(graph: Read, find: Find): void {
  for (const object of objectsOf(graph, virtualServiceType)) {
    const viewer = { namespace: object.namespace, exportTo: virtualServiceSpec(object)?.exportTo };
    for (const { host, full, subset, path } of routeDestinations(object)) {
      if (subset === undefined) continue;
      const defined = subsetsOf(graph, full);
      if (defined.some((each) => each.name === subset)) continue;
      if (judgeHost(graph, full, viewer).kind === "absent") continue;
      find(undefinedSubset(host, subset, defined, object.origin(path)));
    }
  }
}

function undefinedSubset(
  host: string,
  subset: string,
  defined: readonly SubsetNode[],
  origin: Finding["origin"],
): Finding {
  const names = defined.map(({ name }) => name).join(", ") || "none";
  const fix = `send to a version that exists, or add "${subset}" to ${host}; ${declareElsewhere}`;
  const message = `sends to "${subset}" of ${host}, which is not defined; defined: ${names}`;
  return { outcome: "fail", origin, message, fix, absent: ["subset"] };
}

function checkInstances(graph: Read, { host, subset, weight, origin }: Destination, find: Find) {
  const found = findService(graph, host);
  if (found.kind !== "found") return;
  const idle = idleIn(graph, found.service.namespace);
  const node = subsetsOf(graph, host).find((each) => each.name === subset);
  if (node === undefined || !idle.some((each) => selects(node.labels, each.labels))) return;
  const selected = workloadsOf(graph, found.service).filter(({ labels }) =>
    selects(node.labels, labels),
  );
  if (selected.length === 0 || selected.some((each) => (each.replicas ?? 0) > 0)) return;
  const outcome = selected.some(({ replicas }) => replicas === undefined) ? "unknown" : "fail";
  const fix = `give ${selected.map(({ name }) => name).join(", ")} at least one instance, or the weight 0`;
  const message = `sends ${String(weight)} % of ${host} to "${node.name}", whose workloads have ${outcome === "fail" ? "0" : "an unknown number of"} instances`;
  find({ outcome, origin, message, fix, absent: ["workload"], covers: [] });
}

import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { Rule } from "../rule.ts";

/**
 * A route of a gateway to a host that has rules with subsets of its own names a subset too: the rules of the host are
 * for the sidecars, and a gateway does not follow them.
 */
export const subsetsBypassedByGateway: Rule = {
  id: "routing/subsets-bypassed-by-gateway",
  code: "HED4208",
  severity: "warning",
  summary: "a gateway's route to a split service names a subset",
  covers: ["IST0140"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "gateways")) {
      const { gateways = [], http = [] } = virtualServiceSpec(object) ?? {};
      if (gateways.length === 0) continue;
      const splits = splitHosts(graph);
      for (const [index, { route = [] }] of http.entries()) {
        for (const [place, { destination }] of route.entries()) {
          const { host, subset = "" } = destination ?? {};
          if (subset !== "") continue;
          const split = splits.get(`${host ?? ""} ${completeHost(host ?? "", object.namespace)}`);
          if (split === undefined) continue;
          find({
            outcome: "fail",
            origin: object.origin(["spec", "http", index, "route", place]),
            message: `sends to ${host ?? ""} without a subset, so that its requests do not follow the subsets of ${split.origin().source}`,
            fix: "split in this route too: name the subsets and their weights",
          });
        }
      }
    }
  },
};

/**
 * The VirtualServices that split their own host, by the host as written and by its full name. One that also sends to its
 * host without a subset is none of them: a gateway that does so may follow that rule.
 */
const splitHosts = perGraph((graph) => {
  const splits = new Map<string, KubernetesObject>();
  const whole = new Set<string>();
  for (const object of objectsOf(graph, virtualServiceType)) {
    const { hosts = [], http = [] } = virtualServiceSpec(object) ?? {};
    for (const { destination } of http.flatMap((rule) => rule.route ?? [])) {
      const { host = "", subset = "" } = destination ?? {};
      if (!hosts.includes(host)) continue;
      const key = `${host} ${completeHost(host, object.namespace)}`;
      if (subset === "") whole.add(key);
      else if (!splits.has(key)) splits.set(key, object);
    }
  }
  for (const key of whole) splits.delete(key);
  return splits;
});

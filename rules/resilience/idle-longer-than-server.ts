import { perGraph } from "../../graph/objects/per-graph.ts";
import { clusterHost } from "../../graph/names.ts";
import { parseGoDuration } from "../../graph/lift/go-duration.ts";
import { printDuration } from "../../model/duration.ts";
import type { Rule } from "../rule.ts";
import { servicesOfPod } from "../services/pods-of-services.ts";
import { checkedWorkloads } from "../workloads/checked-workloads.ts";
import { configuredPods } from "./configured-pods.ts";
import { destinationPoliciesWith, type DestinationPolicy } from "./destination-policies.ts";
import { keepAliveOf } from "./keep-alive.ts";

/** How long a proxy keeps an idle connection where nobody says. */
const usual = 3_600_000;

/** A proxy closes an idle connection before the server does: else it sends a request into one that is being closed. */
export const idleLongerThanServer: Rule = {
  id: "resilience/idle-longer-than-server",
  code: "HED4767",
  severity: "info",
  summary: "a proxy closes idle connections before the server does",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const configured = new Set(configuredPods(graph));
    if (configured.size === 0) return;
    for (const pod of checkedWorkloads(graph)) {
      if (pod.mode !== "sidecar" || !configured.has(pod)) continue;
      const kept = keepAliveOf(pod);
      if (kept === undefined) continue;
      for (const { object } of servicesOfPod(graph, pod)) {
        const host = clusterHost(object.name, object.namespace);
        const own = idleTimeouts(graph).get(host);
        const said = own && stated(own.policy);
        const idle = said === undefined ? usual : (parseGoDuration(said) ?? 0);
        // Zero switches the timeout off.
        if (idle > 0 && idle < kept.milliseconds) continue;
        const place = own?.object.origin([...own.path, "connectionPool"]) ?? pod.origin(kept.path);
        const time =
          idle === 0
            ? "for ever"
            : `for ${printDuration(idle)}${own === undefined ? ", the default" : ""}`;
        find({
          outcome: "fail",
          origin: place,
          message: `proxies keep idle connections to ${host} ${time}, and ${pod.object.kind} ${pod.name} closes them after ${printDuration(kept.milliseconds)} (${kept.name}): a request that comes at that moment is reset`,
          fix: `set connectionPool.http.idleTimeout of the DestinationRule of ${host} below ${printDuration(kept.milliseconds)}, or raise the server's`,
        });
      }
    }
  },
};

/** The first policy that states it for a whole host, by the host. */
const idleTimeouts = perGraph((graph) => {
  const found = new Map<string, DestinationPolicy>();
  for (const each of destinationPoliciesWith(graph, "idleTimeout")) {
    const { host, subset, port, policy } = each;
    if (subset !== undefined || port !== undefined || found.has(host)) continue;
    if (stated(policy) !== undefined) found.set(host, each);
  }
  return found;
});

function stated({ connectionPool }: DestinationPolicy["policy"]): string | undefined {
  return connectionPool?.http?.idleTimeout;
}

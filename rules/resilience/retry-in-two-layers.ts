import type { Rule } from "../rule.ts";
import { configuredPods } from "./configured-pods.ts";
import { retriedHosts, retriedTwice } from "./retried-hosts.ts";
import { knownCallers } from "./known-callers.ts";
import { ownRetries } from "./own-retries.ts";

/** A request is tried again in one place: by the application, by the proxy beside it, or by a gateway on the way. */
export const retryInTwoLayers: Rule = {
  id: "resilience/retry-in-two-layers",
  code: "HED4747",
  severity: "info",
  summary: "a request is tried again in one place only",
  covers: [],
  reads: ["objects", "services", "calls"],
  needs: [],
  check(graph, find) {
    for (const { object, path, host, first, second } of retriedTwice(graph)) {
      find({
        outcome: "fail",
        origin: object.origin(path),
        message: `requests to ${host} are tried ${String(first + 1)} times on the way to the gateway, and each of them ${String(second + 1)} times from there: ${String((first + 1) * (second + 1))} in all`,
        fix: "set retries of one of the two to attempts: 0",
      });
    }
    if (!configuredPods(graph).some((pod) => ownRetries(pod) !== undefined)) return;
    const callers = knownCallers(graph);
    for (const [host, { object, attempts }] of retriedHosts(graph)) {
      for (const pod of callers.get(host) ?? []) {
        const own = pod.mode === "sidecar" ? ownRetries(pod) : undefined;
        if (own === undefined) continue;
        find({
          outcome: "fail",
          origin: pod.origin(own.path),
          message: `tries requests ${String(own.count)} times again (${own.name}), and its proxy those to ${host} ${String(attempts)} times (${object.origin().source}): ${String((own.count + 1) * (attempts + 1))} in all`,
          fix: "leave retries to the proxy, or switch them off for this host",
        });
      }
    }
  },
};

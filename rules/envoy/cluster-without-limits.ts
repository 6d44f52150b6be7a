import { envoyConfigs } from "../../graph/objects/envoy-configs.ts";
import type { Rule } from "../rule.ts";
import {
  clustersOf,
  field,
  isLocal,
  messagesWith,
  partsAt,
  rootOf,
  text,
  type Part,
} from "./parts.ts";

const limits = ["circuit_breakers", "outlier_detection", "health_checks"];

/** A cluster says what happens when its servers fail. */
export const clusterWithoutLimits: Rule = {
  id: "envoy/cluster-without-limits",
  code: "HED4846",
  severity: "info",
  summary: "a cluster of an Envoy has limits, outlier detection or health checks",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const config of envoyConfigs(graph)) {
      const ofKeys = new Set(
        [...messagesWith(rootOf(config), "http_uri")].map(({ value }) =>
          text(value, "http_uri", "cluster"),
        ),
      );
      const bare = clustersOf(config).filter(
        (each) => isBare(each) && !ofKeys.has(text(each.value, "name")),
      );
      const [first] = bare;
      if (first === undefined) continue;
      const names = bare.map(({ value }) => text(value, "name") ?? "").slice(0, 5);
      const more =
        bare.length > names.length ? ` and ${String(bare.length - names.length)} more` : "";
      find({
        outcome: "fail",
        origin: config.origin(first.path),
        message: `${config.prefix(first.path)}nothing takes broken servers out, or limits what waits for them, in ${names.join(", ")}${more}`,
        fix: "set circuit_breakers, and outlier_detection or health_checks",
      });
    }
  },
};

/** A server beside the proxy is left out: there is nothing to choose from. */
function isBare(cluster: Part): boolean {
  if (limits.some((each) => field(cluster.value, each) !== undefined)) return false;
  const addresses = partsAt(cluster, "load_assignment", "endpoints").flatMap((each) =>
    partsAt(each, "lb_endpoints").flatMap((inner) => partsAt(inner, "endpoint", "address")),
  );
  return addresses.length > 0 && !addresses.every(({ value }) => isLocal(value));
}

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

/** What tells an Envoy its configuration is known to be who it says. */
export const controlInPlaintext: Rule = {
  id: "envoy/control-in-plaintext",
  code: "HED4841",
  severity: "error",
  summary: "an Envoy takes configuration and secrets over TLS",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const config of envoyConfigs(graph)) {
      const plain = new Set(
        clustersOf(config)
          .filter(isPlain)
          .map(({ value }) => text(value, "name")),
      );
      for (const source of messagesWith(rootOf(config), "grpc_services")) {
        // Where reports of load go is no source of configuration.
        if (field(source.value, "api_type") === undefined || isReport(source)) continue;
        for (const service of partsAt(source, "grpc_services")) {
          const cluster = text(service.value, "envoy_grpc", "cluster_name");
          if (cluster === undefined || !plain.has(cluster)) continue;
          find({
            outcome: "fail",
            origin: config.origin(service.path),
            message: `${config.prefix(service.path)}configuration comes from cluster ${cluster} in plaintext: who is on the way can send every request elsewhere`,
            fix: `give cluster ${cluster} a transport_socket with TLS that checks the server's certificate`,
          });
        }
      }
    }
  },
};

function isReport({ path }: Part): boolean {
  return path.some((each) => each === "load_stats_config" || each === "loadStatsConfig");
}

/** Whether a cluster goes over the network without TLS. */
function isPlain(cluster: Part): boolean {
  if (field(cluster.value, "transport_socket") !== undefined) return false;
  if (field(cluster.value, "transport_socket_matches") !== undefined) return false;
  const endpoints = partsAt(cluster, "load_assignment", "endpoints").flatMap((each) =>
    partsAt(each, "lb_endpoints").flatMap((inner) => partsAt(inner, "endpoint", "address")),
  );
  return endpoints.some(({ value }) => !isLocal(value));
}

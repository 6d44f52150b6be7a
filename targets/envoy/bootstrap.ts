import { configSource } from "./config-source.ts";
import type { EdgeConfig } from "./edge-config.ts";
import { socketAddress, type Fields } from "./fields.ts";
import { localityFields } from "./locality.ts";
import { overloadManager } from "./overload-manager.ts";
import { stats, statsClusters } from "./stats.ts";

/**
 * The file that a proxy is started with. Delivered as `static` it holds everything; delivered as `files` it names where
 * the rest is and changes only when the site itself does.
 */
export function bootstrap(config: EdgeConfig): Fields {
  const { site, mesh, delivery, clusters, listeners } = config;
  return {
    node: {
      id: `${site.gateway}-${site.name}`,
      cluster: `${mesh}-${site.gateway}`,
      ...(site.locality === undefined ? {} : { locality: localityFields(site.locality) }),
    },
    admin: {
      // Whoever reaches it can stop the proxy and read its configuration.
      address: socketAddress("127.0.0.1", site.adminPort),
      ignore_global_conn_limit: true,
    },
    overload_manager: overloadManager(site),
    ...runtime(site),
    ...stats(site, `${mesh}-${site.gateway}`),
    ...(delivery.kind === "static"
      ? {
          static_resources: {
            clusters: [...statsClusters(site), ...clusters],
            listeners,
            ...staticSecrets(config),
          },
        }
      : {
          ...(site.stats.openTelemetry === undefined
            ? {}
            : { static_resources: { clusters: statsClusters(site) } }),
          dynamic_resources: {
            cds_config: configSource(delivery, "clusters"),
            lds_config: configSource(delivery, "listeners"),
          },
        }),
  };
}

/** Certificates name their files where they are used; other secrets have no place for that. */
function staticSecrets({ secrets }: EdgeConfig): Fields {
  const others = secrets.filter((each) => "generic_secret" in each);
  return others.length === 0 ? {} : { secrets: others };
}

function runtime({ runtime: values }: EdgeConfig["site"]): Fields {
  const entries = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return {};
  const layers = [{ name: "site", static_layer: Object.fromEntries(entries) }];
  return { layered_runtime: { layers } };
}

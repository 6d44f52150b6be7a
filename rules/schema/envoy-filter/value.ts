import type { Decoding } from "../read/decoding.ts";
import type { Place } from "../place.ts";
import { envoyField } from "./envoy-fields.ts";

type Struct = Readonly<Record<string, unknown>>;

const named = ["HTTP_FILTER", "NETWORK_FILTER", "LISTENER_FILTER", "EXTENSION_CONFIG"];

/** The message of Envoy that a patch is a part of. */
const messages: Readonly<Record<string, string>> = {
  CLUSTER: "envoy.config.cluster.v3.Cluster",
  LISTENER: "envoy.config.listener.v3.Listener",
  ROUTE_CONFIGURATION: "envoy.config.route.v3.RouteConfiguration",
  FILTER_CHAIN: "envoy.config.listener.v3.FilterChain",
  HTTP_FILTER: "envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter",
  NETWORK_FILTER: "envoy.config.listener.v3.Filter",
  VIRTUAL_HOST: "envoy.config.route.v3.VirtualHost",
  HTTP_ROUTE: "envoy.config.route.v3.Route",
  EXTENSION_CONFIG: "envoy.config.core.v3.TypedExtensionConfig",
  BOOTSTRAP: "envoy.config.bootstrap.v3.Bootstrap",
  LISTENER_FILTER: "envoy.config.listener.v3.ListenerFilter",
};

/** What a patch adds must be configuration of Envoy: fields that exist, values of their types, types that Istio knows. */
export function checkValue(applyTo: string, value: Struct, place: Place): void {
  const type = messages[applyTo];
  if (type === undefined) {
    place.error(`there is no value for \`applyTo: ${applyTo}\``, "write what the patch applies to");
    return;
  }
  const decoding: Decoding = { path: [], problems: [] };
  envoyField(type)(value, decoding);
  for (const problem of decoding.problems) place.problem(problem);
  // Where something is wrong, Istio looks no further.
  if (decoding.problems.length > 0 || !named.includes(applyTo)) return;
  const config = value["typed_config"] ?? value["typedConfig"];
  const discovered = value["config_discovery"] ?? value["configDiscovery"];
  if (config === undefined && discovered === undefined) {
    place.warn("the filter has no `typed_config`; finding it by its name is deprecated");
  }
}

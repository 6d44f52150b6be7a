import type { Json, Manifest } from "../../graph/index.ts";
import type {
  EnvoyClusterMatch,
  EnvoyContext,
  EnvoyHttpFilterMatch,
  EnvoyListenerMatch,
  EnvoyNetworkFilterMatch,
  EnvoyPatch,
  EnvoyRouteMatch,
} from "./envoy-patch.ts";

export interface EnvoyFilterInput {
  readonly name: string;
  readonly namespace: string;
  /** Labels of the pods whose proxies change. Default: all of the namespace. */
  readonly workload?: Readonly<Record<string, string>>;
  /**
   * When it comes among patches of one proxy, lowest first. Those of the platform have 0 and less, those that Heddle
   * makes 10; 100 and more are free.
   */
  readonly priority: number;
  /** In the order in which they are applied. */
  readonly patches: readonly EnvoyPatch[];
}

/** Only this filter of Envoy's has filters of requests. */
const connectionManager = "envoy.filters.network.http_connection_manager";

const contexts = {
  any: "ANY",
  "sidecar-inbound": "SIDECAR_INBOUND",
  "sidecar-outbound": "SIDECAR_OUTBOUND",
  gateway: "GATEWAY",
} as const satisfies Record<EnvoyContext, string>;

/**
 * Changes of the proxies' own configuration, for what neither the model nor Istio has a word. The types keep match and
 * operation to what Istio takes; `value` is Envoy's and is checked as far as its type is known. For `RawManifests`.
 *
 * @example
 * new RawManifests("buffer", {
 *   manifests: [
 *     envoyFilter({
 *       name: "buffer", namespace: "shop", workload: { app: "cart" }, priority: 100,
 *       patches: [{
 *         context: "sidecar-inbound", proxyVersion: "1.31", applyTo: "http-filter",
 *         match: { httpFilter: "envoy.filters.http.router" },
 *         patch: { operation: "insert-before", value: buffer },
 *       }],
 *     }),
 *   ],
 * });
 */
export function envoyFilter({ patches, ...input }: EnvoyFilterInput): Manifest {
  const { name, namespace, workload, priority } = input;
  return {
    apiVersion: "networking.istio.io/v1alpha3",
    kind: "EnvoyFilter",
    metadata: { name, namespace },
    spec: {
      ...(workload === undefined ? {} : { workloadSelector: { labels: workload } }),
      priority,
      configPatches: patches.map(configPatch),
    },
  };
}

function configPatch(patch: EnvoyPatch): Json {
  const { applyTo, context, proxyVersion, patch: change } = patch;
  return {
    applyTo: word(applyTo),
    match: {
      context: contexts[context],
      ...(proxyVersion === undefined
        ? {}
        : { proxy: { proxyVersion: `^${proxyVersion.replace(".", "\\.")}\\..*` } }),
      ...matchOf(patch),
    },
    patch: {
      operation: word(change.operation),
      ...(change.operation === "remove" ? {} : { value: change.value }),
    },
  };
}

/** `http-filter` is Istio's `HTTP_FILTER`. */
function word(text: string): string {
  return text.toUpperCase().replaceAll("-", "_");
}

function matchOf(patch: EnvoyPatch): { readonly [field: string]: Json } {
  if (patch.match === undefined) return {};
  switch (patch.applyTo) {
    case "cluster":
      return { cluster: clusterMatch(patch.match) };
    case "route-configuration":
    case "virtual-host":
    case "http-route":
      return { routeConfiguration: routeMatch(patch.match) };
    default:
      return { listener: listenerMatch(patch.match) };
  }
}

function listenerMatch(
  match: EnvoyListenerMatch & EnvoyNetworkFilterMatch & EnvoyHttpFilterMatch,
): Json {
  const { name, port, sni, filter, httpFilter } = match;
  const chain = {
    ...(sni === undefined ? {} : { sni }),
    ...(filter === undefined ? {} : { filter: { name: filter } }),
    ...(httpFilter === undefined
      ? {}
      : { filter: { name: connectionManager, subFilter: { name: httpFilter } } }),
  };
  return {
    ...(name === undefined ? {} : { name }),
    ...(port === undefined ? {} : { portNumber: port }),
    ...(Object.keys(chain).length === 0 ? {} : { filterChain: chain }),
  };
}

function routeMatch({ port, name, virtualHost, route }: EnvoyRouteMatch): Json {
  const host = {
    ...(virtualHost === undefined ? {} : { name: virtualHost }),
    ...(route === undefined ? {} : { route: { name: route } }),
  };
  return {
    ...(port === undefined ? {} : { portNumber: port }),
    ...(name === undefined ? {} : { name }),
    ...(Object.keys(host).length === 0 ? {} : { vhost: host }),
  };
}

function clusterMatch({ service, port, subset, name }: EnvoyClusterMatch): Json {
  return {
    ...(service === undefined ? {} : { service }),
    ...(port === undefined ? {} : { portNumber: port }),
    ...(subset === undefined ? {} : { subset }),
    ...(name === undefined ? {} : { name }),
  };
}

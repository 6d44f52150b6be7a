import type { Fields } from "../envoy/fields.ts";

/** Whose configuration: requests that a service receives, those that it sends, those at a gateway, or all of them. */
export type EnvoyContext = "any" | "sidecar-inbound" | "sidecar-outbound" | "gateway";

/**
 * One change of the configuration that Istio makes for a proxy. What it may match and do follows from what it changes.
 * https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export type EnvoyPatch = EnvoyPatchScope &
  (
    | (ListPatch<EnvoyListenerMatch> & { readonly applyTo: "listener" | "filter-chain" })
    | (FilterPatch<EnvoyNetworkFilterMatch> & { readonly applyTo: "network-filter" })
    | (FilterPatch<EnvoyHttpFilterMatch> & { readonly applyTo: "http-filter" })
    | (ListPatch<EnvoyRouteMatch> & { readonly applyTo: "route-configuration" | "virtual-host" })
    | (FilterPatch<EnvoyRouteMatch> & { readonly applyTo: "http-route" })
    | (ListPatch<EnvoyClusterMatch> & { readonly applyTo: "cluster" })
  );

interface EnvoyPatchScope {
  readonly context: EnvoyContext;
  /**
   * Only proxies of this minor release, such as `"1.31"`: internals of Istio change with each of them. Default: all.
   */
  readonly proxyVersion?: `${number}.${number}`;
}

/** Something in a list whose order means nothing. Without `match` every one of them. */
interface ListPatch<Match> {
  readonly match?: Match;
  readonly patch: EnvoyChange<"add" | "merge">;
}

/** Something in a list whose order is the order in which requests pass. */
interface FilterPatch<Match> {
  readonly match?: Match;
  readonly patch: EnvoyChange<
    "add" | "merge" | "replace" | "insert-before" | "insert-after" | "insert-first"
  >;
}

export type EnvoyChange<Operation extends string> =
  /** `value` is in Envoy's own JSON. */
  { readonly operation: Operation; readonly value: Fields } | { readonly operation: "remove" };

export interface EnvoyListenerMatch {
  readonly name?: string;
  readonly port?: number;
  /** Name that a client asks for (SNI). */
  readonly sni?: string;
}

export interface EnvoyNetworkFilterMatch extends EnvoyListenerMatch {
  /** Name of the filter of connections, such as `envoy.filters.network.tcp_proxy`. */
  readonly filter?: string;
}

export interface EnvoyHttpFilterMatch extends EnvoyListenerMatch {
  /** Name of the filter of requests, such as `envoy.filters.http.router`. */
  readonly httpFilter?: string;
}

export interface EnvoyRouteMatch {
  readonly port?: number;
  readonly name?: string;
  readonly virtualHost?: string;
  /** Name of a route; only where the patch is of routes. */
  readonly route?: string;
}

export interface EnvoyClusterMatch {
  readonly service?: string;
  readonly port?: number;
  readonly subset?: string;
  readonly name?: string;
}

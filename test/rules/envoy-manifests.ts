import { stringify } from "yaml";

// Configurations of an Envoy for tests.

export type Fields = Readonly<Record<string, unknown>>;
export const type = (name: string) => `type.googleapis.com/envoy.extensions.${name}`;

/** A configuration in a ConfigMap. */
export const inMap = (config: unknown) =>
  stringify({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "edge", namespace: "edge" },
    data: { "envoy.yaml": stringify(config) },
  });
export const found = ['fail ConfigMap edge/edge: data["envoy.yaml"]'];
export const socket = (address: string, port = 80) => ({
  socket_address: { address, port_value: port },
});
export const filter = (name: string, config: Fields, more: Fields = {}) => ({
  name,
  typed_config: { "@type": type(`filters.http.${name}`), ...config },
  ...more,
});
export const router = filter("router.v3.Router", {});
export const http = (
  { filters = [router], ...manager }: Fields & { readonly filters?: unknown } = {},
  address = "127.0.0.1",
) =>
  inMap({
    static_resources: {
      clusters: [{ name: "shop" }],
      listeners: [
        {
          name: "http",
          address: socket(address),
          filter_chains: [
            {
              filters: [
                {
                  name: "http",
                  typed_config: {
                    "@type": type(
                      "filters.network.http_connection_manager.v3.HttpConnectionManager",
                    ),
                    stat_prefix: "http",
                    http_filters: filters,
                    ...manager,
                  },
                },
              ],
            },
          ],
        },
      ],
    },
  });
export const cluster = (fields: Fields, more: Fields = {}) =>
  inMap({ static_resources: { clusters: [{ name: "shop", ...fields }] }, ...more });
export const endpoints = (address: string) => ({
  load_assignment: { endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(address) } }] }] },
});

/**
 * The smallest Envoy configuration that forwards HTTP from one port to another, as a person would write it.
 *
 * @param accessLog what it logs, as fields of the connection manager; default nothing
 */
export function handWritten(port: number, to: number, accessLog: object = {}): string {
  const address = (port_value: number) => ({
    socket_address: { address: "127.0.0.1", port_value },
  });
  return JSON.stringify({
    static_resources: {
      listeners: [
        {
          address: address(port),
          filter_chains: [
            { filters: [{ name: "http", typed_config: { ...manager, ...accessLog } }] },
          ],
        },
      ],
      clusters: [
        {
          name: "to",
          load_assignment: {
            cluster_name: "to",
            endpoints: [{ lb_endpoints: [{ endpoint: { address: address(to) } }] }],
          },
        },
      ],
    },
  });
}

const manager = {
  "@type":
    "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
  stat_prefix: "http",
  route_config: {
    virtual_hosts: [
      {
        name: "all",
        domains: ["*"],
        routes: [{ match: { prefix: "/" }, route: { cluster: "to" } }],
      },
    ],
  },
  http_filters: [
    {
      name: "router",
      typed_config: {
        "@type": "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router",
      },
    },
  ],
};

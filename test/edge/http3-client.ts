import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { EdgeGround } from "./edge-ground.ts";
import { freePorts, startEnvoy, type RunningEnvoy } from "./start-envoy.ts";

/** A second real Envoy that takes HTTP/1.1 at `port` and asks the HTTPS door of a ground by HTTP/3. */
export interface Http3Client {
  readonly port: number;
  readonly envoy: RunningEnvoy;
}

const transport = "type.googleapis.com/envoy.extensions";

export async function startHttp3Client(edge: EdgeGround, host: string): Promise<Http3Client> {
  const { port, readiness } = await freePorts("port", "readiness");
  const file = join(edge.root, "http3-client.json");
  const trust = join(edge.root, "http3-client-root.pem");
  await writeFile(trust, edge.authority.root);
  const address = (port_value: number, protocol = "TCP") => ({
    socket_address: { protocol, address: "127.0.0.1", port_value },
  });
  const options = `${transport}.upstreams.http.v3.HttpProtocolOptions`;
  const cluster = {
    name: "http3",
    load_assignment: {
      cluster_name: "http3",
      endpoints: [{ lb_endpoints: [{ endpoint: { address: address(edge.ports.https, "UDP") } }] }],
    },
    typed_extension_protocol_options: {
      "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": {
        "@type": options,
        explicit_http_config: { http3_protocol_options: {} },
      },
    },
    transport_socket: {
      name: "envoy.transport_sockets.quic",
      typed_config: {
        "@type": `${transport}.transport_sockets.quic.v3.QuicUpstreamTransport`,
        upstream_tls_context: {
          sni: host,
          common_tls_context: {
            validation_context: {
              trusted_ca: { filename: trust },
              match_typed_subject_alt_names: [{ san_type: "DNS", matcher: { exact: host } }],
            },
          },
        },
      },
    },
  };
  const forward = { match: { prefix: "/" }, route: { cluster: "http3", timeout: "10s" } };
  const ready = { match: { prefix: "/" }, direct_response: { status: 200 } };
  const listeners = [
    listener("client", address(port), forward),
    listener("ready", address(readiness), ready),
  ];
  await writeFile(file, JSON.stringify({ static_resources: { listeners, clusters: [cluster] } }));
  return { port, envoy: await startEnvoy(file, { readiness, concurrency: 1 }) };
}

function listener(name: string, address: object, route: object): object {
  const router = { "@type": `${transport}.filters.http.router.v3.Router` };
  const manager = {
    "@type": `${transport}.filters.network.http_connection_manager.v3.HttpConnectionManager`,
    stat_prefix: name,
    route_config: { virtual_hosts: [{ name, domains: ["*"], routes: [route] }] },
    http_filters: [{ name: "router", typed_config: router }],
  };
  return { name, address, filter_chains: [{ filters: [{ name, typed_config: manager }] }] };
}

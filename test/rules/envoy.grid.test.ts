import { adminExposed } from "../../rules/envoy/admin-exposed.ts";
import { clusterWithoutLimits } from "../../rules/envoy/cluster-without-limits.ts";
import { controlInPlaintext } from "../../rules/envoy/control-in-plaintext.ts";
import { unverifiedUpstream } from "../../rules/envoy/unverified-upstream.ts";
import { type Fields, type, inMap, found, socket, cluster, endpoints } from "./envoy-manifests.ts";
import { runGrid } from "./run-grid.ts";

const admin = (address: Fields) => inMap({ admin: { address }, static_resources: {} });

runGrid(adminExposed, [
  ["every address", admin(socket("0.0.0.0")), found],
  ["one of the network", admin(socket("10.0.0.1")), found],
  ["loopback", admin(socket("127.0.0.2")), []],
  ["loopback of IPv6", admin(socket("::1")), []],
  ["a pipe", admin({ pipe: { path: "/run/admin" } }), []],
  [
    "in camel case",
    inMap({ admin: { address: { socketAddress: { address: "::" } } }, staticResources: {} }),
    found,
  ],
  ["none", inMap({ static_resources: {} }), []],
  ["no Envoy", inMap({ admin: { address: socket("0.0.0.0") } }), []],
]);

const tls = (context: Fields, more: Fields = {}) => ({
  transport_socket: {
    typed_config: {
      "@type": type("transport_sockets.tls.v3.UpstreamTlsContext"),
      common_tls_context: context,
      ...more,
    },
  },
});
const roots = { trusted_ca: { filename: "/ca.pem" } };
const names = { match_typed_subject_alt_names: [{ san_type: "DNS", matcher: { exact: "a" } }] };

runGrid(unverifiedUpstream, [
  ["no TLS", cluster({}), []],
  ["nothing", cluster(tls({})), found],
  ["roots only", cluster(tls({ validation_context: roots })), found],
  ["names only", cluster(tls({ validation_context: names })), found],
  ["both", cluster(tls({ validation_context: { ...roots, ...names } })), []],
  [
    "the name of SNI",
    cluster(tls({ validation_context: roots }, { auto_sni_san_validation: true })),
    [],
  ],
  ["a pinned key", cluster(tls({ validation_context: { verify_certificate_spki: ["a"] } })), []],
  ["delivered", cluster(tls({ validation_context_sds_secret_config: { name: "ca" } })), []],
  [
    "delivered in part",
    cluster(tls({ combined_validation_context: { default_validation_context: names } })),
    [],
  ],
]);

const control = (fields: Fields) =>
  cluster(fields, {
    dynamic_resources: {
      ads_config: { api_type: "GRPC", grpc_services: [{ envoy_grpc: { cluster_name: "shop" } }] },
    },
  });

runGrid(controlInPlaintext, [
  ["over the network", control(endpoints("control.example")), found],
  ["over TLS", control({ ...endpoints("control.example"), ...tls({}) }), []],
  ["beside it", control(endpoints("127.0.0.1")), []],
  [
    "reports of load",
    cluster(endpoints("control.example"), {
      cluster_manager: {
        load_stats_config: {
          api_type: "GRPC",
          grpc_services: [{ envoy_grpc: { cluster_name: "shop" } }],
        },
      },
    }),
    [],
  ],
  ["nothing dynamic", cluster(endpoints("control.example")), []],
]);

runGrid(clusterWithoutLimits, [
  ["bare", cluster(endpoints("shop.internal")), found],
  ["limits", cluster({ ...endpoints("shop.internal"), circuit_breakers: {} }), []],
  ["beside it", cluster(endpoints("127.0.0.1")), []],
  ["delivered endpoints", cluster({}), []],
  [
    "of keys",
    cluster(endpoints("keys.example"), {
      filters: { remote_jwks: { http_uri: { cluster: "shop" } } },
    }),
    [],
  ],
]);

const resource = (type: string, fields: Fields) =>
  inMap({ resources: [{ "@type": `type.googleapis.com/envoy.config.${type}`, ...fields }] });

runGrid(unverifiedUpstream, [
  ["in a file of resources", resource("cluster.v3.Cluster", { name: "a", ...tls({}) }), found],
  ["of another kind", resource("route.v3.RouteConfiguration", { name: "a", ...tls({}) }), []],
]);

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments, stringify } from "yaml";
import { adminExposed } from "../../rules/envoy/admin-exposed.ts";
import { clusterWithoutLimits } from "../../rules/envoy/cluster-without-limits.ts";
import { controlInPlaintext } from "../../rules/envoy/control-in-plaintext.ts";
import { edgeHardening } from "../../rules/envoy/edge-hardening.ts";
import { filterWithoutEffect } from "../../rules/envoy/filter-without-effect.ts";
import { envoyRules } from "../../rules/envoy/index.ts";
import { pathNotNormalized } from "../../rules/envoy/path-not-normalized.ts";
import { refused } from "../../rules/envoy/refused.ts";
import { unknownCluster } from "../../rules/envoy/unknown-cluster.ts";
import { unverifiedUpstream } from "../../rules/envoy/unverified-upstream.ts";
import { withoutDeadline } from "../../rules/envoy/without-deadline.ts";
import { runRule } from "../../rules/run-rule.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";
import { object } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

type Fields = Readonly<Record<string, unknown>>;
const type = (name: string) => `type.googleapis.com/envoy.extensions.${name}`;

/** A configuration in a ConfigMap. */
const inMap = (config: unknown) =>
  stringify({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "edge", namespace: "edge" },
    data: { "envoy.yaml": stringify(config) },
  });
const found = ['fail ConfigMap edge/edge: data["envoy.yaml"]'];
const socket = (address: string, port = 80) => ({
  socket_address: { address, port_value: port },
});
const filter = (name: string, config: Fields, more: Fields = {}) => ({
  name,
  typed_config: { "@type": type(`filters.http.${name}`), ...config },
  ...more,
});
const router = filter("router.v3.Router", {});
const http = (
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
const cluster = (fields: Fields, more: Fields = {}) =>
  inMap({ static_resources: { clusters: [{ name: "shop", ...fields }] }, ...more });
const endpoints = (address: string) => ({
  load_assignment: { endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(address) } }] }] },
});

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
  ["nothing dynamic", cluster(endpoints("control.example")), []],
]);

const hard = {
  use_remote_address: true,
  normalize_path: true,
  merge_slashes: true,
  path_with_escaped_slashes_action: "REJECT_REQUEST",
  common_http_protocol_options: { headers_with_underscores_action: "REJECT_REQUEST" },
  request_headers_timeout: "10s",
};

runGrid(edgeHardening, [
  ["nothing", http({}, "0.0.0.0"), found],
  ["on loopback", http({}), []],
  ["all", http(hard, "0.0.0.0"), []],
  ["all but one", http({ ...hard, merge_slashes: false }, "0.0.0.0"), found],
  [
    "slashes kept",
    http({ ...hard, path_with_escaped_slashes_action: "KEEP_UNCHANGED" }, "0.0.0.0"),
    found,
  ],
]);

const rules = { action: "DENY", policies: {} };
const rbac = (config: Fields, more: Fields = {}) => filter("rbac.v3.RBAC", config, more);

runGrid(pathNotNormalized, [
  ["no guard", http({}), []],
  ["a guard", http({ filters: [rbac({ rules }), router] }), found],
  ["normalized", http({ filters: [rbac({ rules }), router], normalize_path: true }), []],
]);

const patch = (applyTo: string, operation: string, value: unknown) =>
  object("networking.istio.io/v1alpha3", "EnvoyFilter", "guard", {
    configPatches: [{ applyTo, patch: { operation, value } }],
  });
const authz = filter("ext_authz.v3.ExtAuthz", { failure_mode_allow: true });
const ofPatch = ["fail EnvoyFilter shop/guard: spec.configPatches[0].patch.value"];

runGrid(filterWithoutEffect, [
  ["rules", http({ filters: [rbac({ rules }), router] }), []],
  ["shadow rules", http({ filters: [rbac({ shadow_rules: rules }), router] }), found],
  ["both", http({ filters: [rbac({ rules, shadow_rules: rules }), router] }), []],
  ["disabled", http({ filters: [rbac({ rules }, { disabled: true }), router] }), found],
  ["fails open", http({ filters: [authz, router] }), found],
  [
    "tokens that nothing requires",
    http({ filters: [filter("jwt_authn.v3.JwtAuthentication", { providers: { a: {} } }), router] }),
    found,
  ],
  [
    "tokens by route",
    http({
      filters: [
        filter("jwt_authn.v3.JwtAuthentication", { providers: { a: {} }, requirement_map: {} }),
      ],
    }),
    [],
  ],
  ["of a patch", patch("HTTP_FILTER", "INSERT_FIRST", authz), ofPatch],
  ["of a patch that removes", patch("HTTP_FILTER", "REMOVE", authz), []],
  ["a patch of something else", patch("CLUSTER", "MERGE", authz), []],
]);

const routes = (...list: readonly Fields[]) => ({
  route_config: { virtual_hosts: [{ name: "shop", domains: ["*"], routes: list }] },
});
const route = (fields: Fields) => ({ match: { prefix: "/" }, route: fields });

runGrid(withoutDeadline, [
  ["the default", http(routes(route({ cluster: "shop" }))), []],
  ["off", http(routes(route({ cluster: "shop", timeout: "0s" }))), found],
  [
    "off, twice in one host",
    http(routes(route({ timeout: "0s" }), route({ timeout: "0s" }))),
    found,
  ],
  ["a stream", http(routes(route({ timeout: "0s", max_stream_duration: {} }))), []],
  ["the manager's", http({ ...routes(route({ timeout: "0s" })), stream_idle_timeout: "60s" }), []],
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

const weighted = { weighted_clusters: { clusters: [{ name: "shop" }, { name: "spop" }] } };

runGrid(unknownCluster, [
  ["there", http(routes(route({ cluster: "shop" }))), []],
  ["not there", http(routes(route({ cluster: "spop" }))), found],
  ["one of a split", http(routes(route(weighted))), found],
  ["by a header", http(routes(route({ cluster_header: "x" }))), []],
  [
    "delivered clusters",
    inMap({
      dynamic_resources: { cds_config: {} },
      static_resources: { a: route({ cluster: "x" }) },
    }),
    [],
  ],
]);

runGrid(refused, [
  ["nothing", http(), []],
  ["no prefix", http({ stat_prefix: "" }), found],
  ["a filter behind the router", http({ filters: [router, rbac({ rules })] }), found],
  [
    "one name twice",
    inMap({ static_resources: { clusters: [{ name: "a" }, { name: "a" }] } }),
    found,
  ],
  [
    "one domain twice",
    http({
      route_config: {
        virtual_hosts: [
          { name: "a", domains: ["A"] },
          { name: "b", domains: ["a"] },
        ],
      },
    }),
    found,
  ],
  ["no domain", http({ route_config: { virtual_hosts: [{ name: "a" }] } }), found],
]);

// What Heddle itself writes for an Envoy is the longest sound configuration at hand.
const goldens = globSync("test/cases/*/envoy.yaml", { cwd: join(import.meta.dirname, "../..") });

describe("nothing is found in what Heddle compiles", () => {
  test.each(goldens)("%s", (file) => {
    const text = readFileSync(join(import.meta.dirname, "../..", file), "utf8");
    for (const document of parseAllDocuments(text)) {
      const { graph } = graphOfYaml(inMap(document.toJS()));
      expect(envoyRules.flatMap((rule) => runRule(graph, rule))).toEqual([]);
    }
  });
});

import { edgeHardening } from "../../rules/envoy/edge-hardening.ts";
import { filterWithoutEffect } from "../../rules/envoy/filter-without-effect.ts";
import { pathNotNormalized } from "../../rules/envoy/path-not-normalized.ts";
import { refused } from "../../rules/envoy/refused.ts";
import { unknownCluster } from "../../rules/envoy/unknown-cluster.ts";
import { withoutDeadline } from "../../rules/envoy/without-deadline.ts";
import { type Fields, inMap, found, filter, router, http, cluster } from "./envoy-manifests.ts";
import { object } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const hard = {
  use_remote_address: true,
  normalize_path: true,
  merge_slashes: true,
  path_with_escaped_slashes_action: "REJECT_REQUEST",
  common_http_protocol_options: { headers_with_underscores_action: "REJECT_REQUEST" },
  request_headers_timeout: "10s",
};

const out = {
  use_remote_address: true,
  normalize_path: true,
  upgrade_configs: [{ upgrade_type: "CONNECT" }],
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
  ["a way out that keeps paths", http({ ...out, request_headers_timeout: "10s" }, "0.0.0.0"), []],
  ["a way out that waits for ever", http(out, "0.0.0.0"), found],
]);

const rules = { action: "DENY", policies: {} };
const rbac = (config: Fields, more: Fields = {}) => filter("rbac.v3.RBAC", config, more);

const paths = { policies: { a: { permissions: [{ url_path: { path: { prefix: "/a" } } }] } } };
const tokens = (prefix: string) =>
  filter("jwt_authn.v3.JwtAuthentication", { rules: [{ match: { prefix } }] });

runGrid(pathNotNormalized, [
  ["no guard", http({}), []],
  ["a guard of paths", http({ filters: [rbac({ rules: paths }), router] }), found],
  ["a guard of callers", http({ filters: [rbac({ rules }), router] }), []],
  ["an authorizer", http({ filters: [filter("ext_authz.v3.ExtAuthz", {}), router] }), found],
  ["tokens for everything", http({ filters: [tokens("/"), router] }), []],
  ["tokens for a path", http({ filters: [tokens("/admin"), router] }), found],
  ["normalized", http({ filters: [rbac({ rules: paths }), router], normalize_path: true }), []],
]);

const patch = (applyTo: string, operation: string, value: unknown) =>
  object("networking.istio.io/v1alpha3", "EnvoyFilter", "guard", {
    configPatches: [{ applyTo, patch: { operation, value } }],
  });
const authz = filter("ext_authz.v3.ExtAuthz", { failure_mode_allow: true });
const marking = (shadow_rules_stat_prefix: string) =>
  rbac({ shadow_rules: rules, shadow_rules_stat_prefix });
const asking = filter("ext_authz.v3.ExtAuthz", {
  filter_enabled_metadata: {
    filter: "envoy.filters.http.rbac",
    path: [{ key: "a_shadow_effective_policy_id" }],
  },
});
const ofPatch = ["fail EnvoyFilter shop/guard: spec.configPatches[0].patch.value"];

runGrid(filterWithoutEffect, [
  ["rules", http({ filters: [rbac({ rules }), router] }), []],
  ["shadow rules", http({ filters: [rbac({ shadow_rules: rules }), router] }), found],
  [
    "shadow rules that choose what is asked",
    http({ filters: [marking("a_"), asking, router] }),
    [],
  ],
  ["shadow rules beside another question", http({ filters: [marking("b_"), asking] }), found],
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

const broken = (fields: Fields) => cluster({ connect_timeout: "1s", ...fields });

runGrid(refused, [
  ["a cluster without a name", cluster({ name: "" }), found],
  ["no time to connect", broken({ connect_timeout: "0s" }), found],
  ["more than all", broken({ outlier_detection: { max_ejection_percent: 150 } }), found],
  ["all", broken({ outlier_detection: { max_ejection_percent: 100 } }), []],
  ["a large table", broken({ maglev_lb_config: { table_size: 6_000_000 } }), found],
  ["half a check", broken({ health_checks: [{ timeout: "1s", interval: "5s" }] }), found],
  [
    "a check",
    broken({
      health_checks: [
        { timeout: "1s", interval: "5s", unhealthy_threshold: 2, healthy_threshold: 1 },
      ],
    }),
    [],
  ],
  ["no match", http(routes({ route: { cluster: "shop" } })), found],
  ["an answer that is none", http(routes({ match: {}, direct_response: { status: 99 } })), found],
  ["no weight", http(routes(route({ weighted_clusters: { clusters: [{ weight: 0 }] } }))), found],
  ["weights", http(routes(route({ weighted_clusters: { clusters: [{ weight: 1 }] } }))), []],
  [
    "a virtual host without a name",
    http({ route_config: { virtual_hosts: [{ domains: ["a"] }] } }),
    found,
  ],
]);

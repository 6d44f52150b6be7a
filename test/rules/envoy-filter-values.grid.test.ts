import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createReport, printPath } from "../../diagnostics/index.ts";
import { liftGraph } from "../../graph/lift-graph.ts";
import { envoyTypes } from "../../rules/schema/envoy-filter/envoy-types.ts";
import { schemaRules } from "../../rules/schema/index.ts";
import { runRule } from "../../rules/run-rule.ts";

/** What is said of the value of one patch: `code place in the value`. */
function saidOf(applyTo: string, value: unknown): readonly string[] {
  const manifest = {
    apiVersion: "networking.istio.io/v1alpha3",
    kind: "EnvoyFilter",
    metadata: { name: "cart", namespace: "shop" },
    spec: { configPatches: [{ applyTo, patch: { operation: "MERGE", value } }] },
  };
  const graph = liftGraph([{ manifest, origin: {} }], createReport());
  return schemaRules.flatMap((rule) =>
    runRule(graph, rule).flatMap(({ origin }) =>
      rule.id === "schema/envoy-filter-warnings"
        ? []
        : [`${rule.code} ${printPath(origin.path.slice(5))}`],
    ),
  );
}

const typed = (type: string, more: Readonly<Record<string, unknown>> = {}) => ({
  name: "a",
  typed_config: { "@type": `type.googleapis.com/${type}`, ...more },
});
const limit = "envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit";

describe("what Istio reads by the messages of Envoy", () => {
  test.each<[string, unknown, string]>([
    ["CLUSTER", { connect_timeout: "soon" }, "HED4330 connect_timeout"],
    ["CLUSTER", { connectTimeout: 1 }, "HED4330 connectTimeout"],
    ["CLUSTER", { lb_policy: "FASTEST" }, "HED4330 lb_policy"],
    ["CLUSTER", { lb_policy: 5_000_000_000 }, "HED4330 lb_policy"],
    ["CLUSTER", { conect_timeout: "1s" }, "HED4301 conect_timeout"],
    ["VIRTUAL_HOST", { routes: {} }, "HED4330 routes"],
    ["VIRTUAL_HOST", { routes: [{}, { match: "/" }] }, "HED4330 routes[1].match"],
    [
      "VIRTUAL_HOST",
      { include_request_attempt_count: "true" },
      "HED4330 include_request_attempt_count",
    ],
    ["HTTP_ROUTE", { route: { timeout: "5s", retrys: {} } }, "HED4301 route.retrys"],
    [
      "LISTENER",
      { per_connection_buffer_limit_bytes: -1 },
      "HED4330 per_connection_buffer_limit_bytes",
    ],
    [
      "LISTENER",
      { listener_filters: [{ name: "a", typed_config: {} }] },
      "HED4330 listener_filters[0].typed_config",
    ],
    [
      "FILTER_CHAIN",
      { filters: [typed("envoy.unknown.v3.Filter")] },
      'HED4330 filters[0].typed_config["@type"]',
    ],
    [
      "NETWORK_FILTER",
      typed("envoy.config.filter.network.tcp_proxy.v2.TcpProxy"),
      'HED4330 typed_config["@type"]',
    ],
    ["HTTP_FILTER", typed(limit, { stat_prefix: 5 }), "HED4330 typed_config.stat_prefix"],
    ["HTTP_FILTER", typed(limit, { token_buckets: {} }), "HED4301 typed_config.token_buckets"],
    ["EXTENSION_CONFIG", typed("google.protobuf.Duration"), "HED4330 typed_config"],
    ["BOOTSTRAP", { node: { metadata: [] } }, "HED4330 node.metadata"],
    ["LISTENER_FILTER", { name: 5 }, "HED4330 name"],
  ])("%s %j", (applyTo, value, said) => {
    expect(saidOf(applyTo, value)).toEqual([said]);
  });

  test.each<[string, unknown]>([
    ["CLUSTER", { connect_timeout: "1h", lbPolicy: 1, max_requests_per_connection: "5" }],
    ["CLUSTER", { type: null, load_assignment: { endpoints: [null] } }],
    ["CLUSTER", { metadata: { filter_metadata: { any: { thing: [1, null] } } } }],
    ["HTTP_ROUTE", { typed_per_filter_config: { a: typed(limit).typed_config } }],
    ["HTTP_FILTER", typed("xds.type.v3.TypedStruct", { value: { a: { b: 1 } } })],
    ["EXTENSION_CONFIG", typed("google.protobuf.Duration", { value: "5s" })],
    [
      "BOOTSTRAP",
      { stats_flush_interval: "0.5s", layered_runtime: { layers: [{ static_layer: { a: 1 } }] } },
    ],
  ])("nothing of %s %j", (applyTo, value) => {
    expect(saidOf(applyTo, value)).toEqual([]);
  });
});

test("the messages are those of the Istio that is pinned", () => {
  const pinned = readFileSync(join(import.meta.dirname, "../../tools/go/istio/go.mod"), "utf8");
  expect(pinned).toContain(envoyTypes().source);
});

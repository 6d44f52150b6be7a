import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { refusedDoc } from "../../rules/envoy/refused.doc.ts";
import { refused } from "../../rules/envoy/refused.ts";
import { unknownClusterDoc } from "../../rules/envoy/unknown-cluster.doc.ts";
import { unknownCluster } from "../../rules/envoy/unknown-cluster.ts";
import { runRule } from "../../rules/run-rule.ts";
import { ensureTools } from "../../tools/index.ts";
import { cluster, filter, http, router, type Fields } from "./envoy-manifests.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";

// What the rules say that Envoy refuses, Envoy itself refuses, and what they pass it takes.

const folder = mkdtempSync(join(tmpdir(), "heddle-envoy-agreed-"));
let envoy: string;
beforeAll(async () => {
  ({ envoy } = await ensureTools(["envoy"]));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const routes = (...list: readonly Fields[]) => ({
  route_config: { virtual_hosts: [{ name: "shop", domains: ["*"], routes: list }] },
});
const match = { prefix: "/" };
const hosts = (...list: readonly Fields[]) => ({ route_config: { virtual_hosts: list } });
const cors = filter("cors.v3.Cors", {});
const weights = (...list: readonly number[]) => ({
  weighted_clusters: { clusters: list.map((weight) => ({ name: "shop", weight })) },
});
const check = { timeout: "1s", interval: "5s", unhealthy_threshold: 2, healthy_threshold: 1 };

test.each([
  ["the passing example of HED4848", unknownClusterDoc.passes, true],
  ["the failing example of HED4849", refusedDoc.fails, false],
  ["the passing example of HED4849", refusedDoc.passes, true],
  ["a route to no cluster", http(routes({ match, route: { cluster: "spop" } })), false],
  [
    "a split to no cluster",
    http(routes({ match, route: { weighted_clusters: { clusters: [{ name: "x", weight: 1 }] } } })),
    false,
  ],
  ["a route", http(routes({ match, route: { cluster: "shop" } })), true],
  ["no prefix of statistics", http({ stat_prefix: "", ...routes() }), false],
  ["a filter behind the router", http({ filters: [router, cors], ...routes() }), false],
  ["a filter before the router", http({ filters: [cors, router], ...routes() }), true],
  [
    "one domain twice",
    http(hosts({ name: "a", domains: ["A"] }, { name: "b", domains: ["a"] })),
    false,
  ],
  ["no domain", http(hosts({ name: "a" })), false],
  ["no name", http(hosts({ domains: ["a"] })), false],
  ["no match", http(routes({ route: { cluster: "shop" } })), false],
  ["an answer that is none", http(routes({ match, direct_response: { status: 99 } })), false],
  ["no weight", http(routes({ match, route: weights(0, 0) })), false],
  ["weights", http(routes({ match, route: weights(0, 1) })), true],
  ["a cluster without a name", cluster({ name: "" }), false],
  ["no time to connect", cluster({ connect_timeout: "0s" }), false],
  ["more than all", cluster({ outlier_detection: { max_ejection_percent: 150 } }), false],
  ["all", cluster({ outlier_detection: { max_ejection_percent: 100 } }), true],
  [
    "a large table",
    cluster({ lb_policy: "MAGLEV", maglev_lb_config: { table_size: 6_000_000 } }),
    false,
  ],
  ["half a check", cluster({ health_checks: [{ timeout: "1s", interval: "5s" }] }), false],
  ["a check", cluster({ health_checks: [{ ...check, tcp_health_check: {} }] }), true],
] as const)("%s", async (name, manifest, accepted) => {
  const { graph } = graphOfYaml(manifest);
  const found = [unknownCluster, refused].flatMap((rule) => runRule(graph, rule));
  expect(found.length === 0).toBe(accepted);
  const { data } = parse(manifest) as { readonly data: Readonly<Record<string, string>> };
  const file = join(folder, `${name.replaceAll(" ", "-")}.yaml`);
  writeFileSync(file, data["envoy.yaml"] ?? "");
  const { exitCode, all } = await execa(envoy, ["--mode", "validate", "-c", file], {
    all: true,
    reject: false,
  });
  expect(exitCode === 0, all).toBe(accepted);
});

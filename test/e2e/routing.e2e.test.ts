import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { bench, type Bench, type BenchTraffic } from "../../bench/index.ts";
import { demoPathsBelow } from "../../demo/demo-paths.ts";
import { openDemoWorkspace, type DemoWorkspace } from "../../demo/demo-workspace.ts";
import { deployDemo } from "../../demo/deploy-demo.ts";
import { createReport } from "../../diagnostics/index.ts";
import { loadMesh } from "../../source/index.ts";
import { routingOverlay } from "./routing-overlay.ts";
import { complaints } from "./setup/complaints.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { savedOnce } from "./setup/open-stack.ts";

type Traffic = BenchTraffic<string>;

const from = "web";
const cart = { from, to: "cart" } as const;
const second = "http://cart.shop.svc.cluster.local:8081/";
const list = { from, to: "recommendations" } as const;

/** Every word of matches on real proxies: one deployment, a few requests for each word. */
describe("routing on a real cluster", () => {
  let root: string;
  let workspace: DemoWorkspace;
  let shop: Bench<string>;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "heddle-routing-"));
    const paths = demoPathsBelow(root);
    for (const [name, value] of Object.entries(savedOnce)) vi.stubEnv(name, value);
    workspace = await openDemoWorkspace(paths, kubeconfig);
    // What is JSON is YAML.
    await writeFile(paths.environmentFile, JSON.stringify(routingOverlay));
    await deployDemo(workspace);
    const report = createReport();
    const file = join(import.meta.dirname, "../../mesh.yaml");
    const loaded = loadMesh({ file, environment: paths.environmentFile }, report);
    if (loaded === undefined) throw new Error("the overlay does not fit the shop");
    shop = bench(loaded.mesh, { kubeconfig });
  }, 600_000);

  afterAll(async () => {
    await workspace.stack.destroy();
    await rm(root, { recursive: true, force: true });
  }, 300_000);

  const tester = { "x-tester": "" };
  test.each<[string, Traffic, "v1" | "v2"]>([
    ["no word", cart, "v1"],
    ["a header that is there", { ...cart, headers: { "X-TESTER": "anything" } }, "v2"],
    ["a header without a value", { ...cart, headers: tester }, "v2"],
    ["a header that must be absent", { ...cart, headers: { ...tester, "x-opt-out": "1" } }, "v1"],
    ["two query parameters", { ...cart, path: "/?debug=&canary=yes" }, "v2"],
    ["one of two query parameters", { ...cart, path: "/?canary=yes" }, "v1"],
    ["a query parameter by expression", { ...cart, path: "/?build=123" }, "v2"],
    ["an expression that fits a part", { ...cart, path: "/?build=12a" }, "v1"],
    ["a query parameter by prefix", { ...cart, path: "/?region=eu-west" }, "v2"],
    ["cookies", { ...cart, headers: { cookie: "x=1; user=tester-7; a.b=1+1" } }, "v2"],
    [
      "cookies that look alike",
      { ...cart, headers: { cookie: "user=x; a=tester-7; axb=1" } },
      "v1",
    ],
    ["a method", { ...cart, method: "PUT", path: "/m/1" }, "v2"],
    ["another method", { ...cart, method: "POST", path: "/m/1" }, "v1"],
    ["the host asked for", { from, url: "http://cart.shop:8080/" }, "v2"],
    ["a header, at another port", { from, url: second, headers: tester }, "v2"],
    ["no word, at another port", { from, url: second }, "v1"],
    ["the port that was called", { from, url: `${second}port` }, "v2"],
    ["another port", { ...cart, path: "/port" }, "v1"],
    ["the calling service", { ...cart, from: "orders", path: "/from" }, "v2"],
    ["another calling service", { ...cart, path: "/from" }, "v1"],
    ["a gRPC method", list, "v2"],
    ["another gRPC method", { ...list, plan: { stream: { chunks: 1 } } }, "v1"],
  ])("matches by %s", async (_, traffic, version) => {
    const run = await shop.traffic({ ...traffic, requests: 5 });
    expect(run.versions).toEqual({ [version]: 5 });
  });

  test("neither a proxy nor istiod complains of what it was given", async () => {
    expect(await complaints(kubeconfig)).toEqual([]);
  });
});

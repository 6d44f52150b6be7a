import { defineMesh } from "../../model/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bench, registerTrafficMatchers, sendTraffic, startLoad } from "../../bench/index.ts";
import { normalizePolicy } from "../../model/normalize/normalize-policy.ts";
import type { WorkloadService } from "../../model/mesh.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";
import { startCluster, type LoopbackCluster } from "./loopback-cluster.ts";

registerTrafficMatchers(expect);

const service = (name: string): WorkloadService => ({
  kind: "workload",
  name,
  namespace: "shop",
  inMesh: true,
  mtls: "strict",
  access: "open",
  ports: [{ name: "http", number: 8080, target: 8080, protocol: "http", mtls: "strict" }],
  versioned: false,
  versions: [{ name: "default", replicas: 1, env: {} }],
  policy: normalizePolicy(),
  visibility: { kind: "mesh" },
  headless: false,
  machines: [],
  limits: [],
  extensions: [],
  telemetry: {},
  calls: [],
  discovery: { scope: "all", also: [] },
});

const shop = {
  name: "shop",
  namespace: "shop",
  services: { web: service("web"), cart: service("cart"), orders: service("orders") },
} as const;

let processes: ServiceProcess[];
let cluster: LoopbackCluster;
let connect: { host: string; port: number };

beforeAll(async () => {
  const hosts = [
    { SERVICE: "web", VERSION: "v1", HOSTNAME: "web-1" },
    { SERVICE: "cart", VERSION: "v1", HOSTNAME: "cart-1" },
    { SERVICE: "cart", VERSION: "v2", HOSTNAME: "cart-2" },
  ];
  processes = await Promise.all(hosts.map((host) => startService(host)));
  const pods = hosts.map((host, index) => ({
    name: host.HOSTNAME,
    namespace: "shop",
    labels: { app: host.SERVICE, version: host.VERSION },
    environment: processes[index]?.environment ?? {},
  }));
  const bare = { namespace: "shop", environment: {} };
  cluster = await startCluster([
    ...pods,
    { ...bare, name: "orders-1", labels: { app: "orders" }, ready: false },
    { ...bare, name: "old-1", labels: { app: "old" }, driver: "/nowhere/driver.mjs" },
  ]);
  connect = { host: "127.0.0.1", port: processes[1]?.ports.http ?? 0 };
});

afterAll(async () => {
  await cluster.stop();
  await Promise.all(processes.map((each) => each.stop()));
});

test("traffic from a workload, with the upstream's own count of tries", async () => {
  const run = await bench(shop, cluster).traffic({
    from: "web",
    to: "cart",
    path: "/x",
    requests: 200,
    connect,
  });
  expect(run.url).toBe("http://cart.shop.svc.cluster.local:8080/x");
  expect(run.from).toEqual({ service: "web", version: "v1", pod: "web-1" });
  expect(run).toAllSucceed();
  expect(run).toSplit({ v1: 100 });
  expect(run).toHaveTries(1);
  expect(run).toTakeAtMost(10_000);
  expect(run.upstreamTries).toEqual({ "1": 200 });
});

test("an upstream is told to fail in each of its instances, and healed", async () => {
  const shopBench = bench(shop, cluster);
  const cart = shopBench.upstream("cart");
  await cart.fail({ times: 1, status: 503 });
  const failed = await shopBench.traffic({ from: "web", to: "cart", method: "POST", connect });
  expect(failed.statuses).toEqual({ "503": 1 });
  expect(failed).toHaveTries(1);
  await failed.upstream("cart").heal();
  expect(await shopBench.traffic({ from: "web", to: "cart", connect })).toAllSucceed();
  await cart.forget();
  expect((await cart.seen()).total).toBe(0);
});

test("load flows until it is stopped, and loses nothing", async () => {
  const load = await startLoad(cluster, {
    from: { namespace: "shop", app: "web" },
    url: `http://127.0.0.1:${String(connect.port)}`,
    rate: 200,
  });
  const cart = bench(shop, cluster).upstream("cart");
  await expect.poll(async () => (await cart.seen()).total, { timeout: 20_000 }).toBeGreaterThan(20);
  const result = await load.stop();
  expect(result.endedBy).toBe("stop");
  expect(result).toAllSucceed();
  expect(await load.stop()).toBe(result);
});

test("what cannot be sent says why and what helps", async () => {
  const url = "http://cart.shop:8080";
  const from = (app: string, more = {}) =>
    sendTraffic(cluster, { url, from: { namespace: "shop", app, ...more } });
  await expect(from("nobody")).rejects.toThrow(
    /HED5004.*no ready pod for shop\/nobody; found none/s,
  );
  await expect(from("orders")).rejects.toThrow(/orders-1 \(Running, not ready\)/);
  await expect(from("old")).rejects.toThrow(/driver is not in the image.*heddle\/sample/s);
  await expect(from("web", { container: "side" })).rejects.toThrow(
    /container side.*kubectl describe pod/s,
  );
  const nowhere = { kubeconfig: "/nowhere/kubeconfig" };
  await expect(
    sendTraffic(nowhere, { url, from: { namespace: "shop", app: "web" } }),
  ).rejects.toThrow(/does not exist/);
  await expect(
    sendTraffic(cluster, { url: "cart", from: { namespace: "shop", app: "web" } }),
  ).rejects.toThrow(/HED1008.*must be a URL/s);
});

test("names are checked by the compiler, and again at run time", async () => {
  const shopBench = bench(shop, cluster);
  // @ts-expect-error there is no service carts
  await expect(shopBench.traffic({ from: "web", to: "carts" })).rejects.toThrow(
    /HED2001.*did you mean cart\?/s,
  );
  await expect(shopBench.traffic({ from: "web", to: "cart", port: "grpc" })).rejects.toThrow(
    /HED2005.*use one of http/s,
  );
});

test("a definition is taken as it is written, and refused with everything that is wrong", async () => {
  const definition = defineMesh({
    name: "shop",
    trust: { domain: "shop.example" },
    services: { web: { calls: { cart: {} } }, cart: {} },
  });
  await expect(bench(definition, cluster).traffic({ from: "web", to: "carts" })).rejects.toThrow(
    /HED2001.*did you mean cart\?/s,
  );
  const wrong = { ...definition, name: "Shop!", namespace: "-" };
  expect(() => bench(wrong, cluster)).toThrow(/HED1009.*HED1009/s);
});

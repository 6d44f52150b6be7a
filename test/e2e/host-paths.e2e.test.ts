import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sampleImageReference } from "../../bench/images/index.ts";
import { sendTraffic } from "../../bench/index.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { meshAtDoor, type MeshAtDoor } from "./doors/mesh-at-door.ts";
import { whoAnswered } from "./doors/who-answered.ts";
import { trustDomain } from "./istio-ground.ts";
import { complaints } from "./setup/complaints.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";

// Parts of one host lead to services of other teams, in namespaces of their own, and follow the routes of those.

const image = sampleImageReference;
const namespace = "host-paths";

/** Nobody is let in who is not declared: what the gateway may call comes from the host alone. */
const definition: MeshDefinition = {
  name: "host-paths",
  namespace,
  trust: { domain: trustDomain },
  access: { default: "declared-calls" },
  services: {
    web: { image, calls: { checkout: {} } },
    cart: { image, namespace: "host-paths-cart", versions: ["v1", "v2"] },
    checkout: { image, namespace: "host-paths-checkout" },
    stock: { image, versions: ["v1", "v2"] },
  },
  routes: {
    cart: {
      split: { v1: 100, v2: 0 },
      rules: [
        { name: "canary", matches: [{ headers: { "x-canary": "yes" } }], split: { v2: 100 } },
        { name: "items", matches: [{ path: { prefix: "/api/cart/items/" } }], split: { v2: 100 } },
        { name: "gone", matches: [{ path: "/api/cart/old" }], respond: { status: 410 } },
      ],
    },
    stock: {
      split: { v1: 100, v2: 0 },
      rules: [
        { name: "canary", matches: [{ headers: { "x-canary": "yes" } }], split: { v2: 100 } },
        { name: "items", matches: [{ path: { prefix: "/items/" } }], split: { v2: 100 } },
        { name: "one", matches: [{ path: "/v1/one" }], split: { v2: 100 } },
        { name: "gone", matches: [{ path: "/gone" }], respond: { status: 410 } },
      ],
    },
    checkout: {
      rules: [
        {
          name: "v1",
          matches: [{ path: { prefix: "/api/" } }],
          rewrite: { path: { prefix: "/" } },
        },
      ],
    },
  },
  gateways: {
    edge: {
      ports: { http: 8080 },
      hosts: {
        "shop.example": {
          service: "web",
          paths: { "/api/cart": "cart", "/api/cart/checkout": "checkout" },
        },
        "api.example": { paths: { "/api/cart": "cart" } },
        "short.example": {
          paths: {
            "/stock": { service: "stock", rewrite: { path: { prefix: "/" } } },
            "/old/stock": { service: "stock", rewrite: { path: { prefix: "/v1" } } },
          },
        },
      },
    },
  },
};

describe("paths of one host", () => {
  let door: MeshAtDoor;

  beforeAll(async () => {
    door = await meshAtDoor(kubeconfig, namespace);
    await door.deploy(definition);
    // Routes and policies reach the proxies within seconds.
    const taken = async (): Promise<void> => {
      const seen = await Promise.all([ask("/"), ask("/api/cart"), ask("/api/cart/checkout")]);
      expect(seen).toEqual(["5 web", "5 cart v1", "5 checkout"]);
    };
    await vi.waitFor(taken, { timeout: 60_000, interval: 500 });
  }, 240_000);

  afterAll(() => door.remove(), 120_000);

  async function send(path: string, headers: Readonly<Record<string, string>>, host: string) {
    const way = door.fromStranger(host, path);
    const run = await sendTraffic({ kubeconfig }, { ...way, headers, requests: 5, keep: 5 });
    expect(run.sent).toBe(5);
    return run;
  }

  /** Who answered how often; the status where it was the proxy. */
  async function ask(
    path: string,
    {
      headers = {},
      host = "shop.example",
    }: { headers?: Record<string, string>; host?: string } = {},
  ): Promise<string> {
    // Only the cart has versions.
    return whoAnswered(await send(path, headers, host)).replaceAll(" default", "");
  }

  test.each([
    ["/", "web"],
    ["/api", "web"],
    ["/api/cartoon", "web"],
    ["/api/cart", "cart v1"],
    ["/api/cart?q=1", "cart v1"],
    ["/api/cart/", "cart v1"],
    ["/api/cart/x", "cart v1"],
    ["/api/cart/items/1", "cart v2"],
    ["/api/cart/old", "410"],
    ["/api/cart/checkout", "checkout"],
    ["/api/cart/checkout/pay", "checkout"],
    ["/api/cart/checkouts", "cart v1"],
  ])("%s is for %s", async (path, service) => {
    expect(await ask(path)).toBe(`5 ${service}`);
  });

  test("a rule of the service holds below its path, and there alone", async () => {
    const headers = { "x-canary": "yes" };
    expect(await ask("/api/cart/x", { headers })).toBe("5 cart v2");
    expect(await ask("/api/cart/checkout", { headers })).toBe("5 checkout");
    expect(await ask("/", { headers })).toBe("5 web");
  });

  test("a prefix that is written over keeps what the path has beyond it", async () => {
    const seen = async (path: string) => {
      const [answer] = (await send(path, {}, "shop.example")).answers;
      return answer?.report?.request.path;
    };
    expect(await seen("/api/cart/checkout")).toBe("/cart/checkout");
    expect(await seen("/api/cart/checkout/pay?a=b")).toBe("/cart/checkout/pay?a=b");
  });

  test.each([
    ["/stock", "stock v1", "/"],
    ["/stock?q=1", "stock v1", "/?q=1"],
    ["/stock/", "stock v1", "/"],
    ["/stock/x/y?q=1", "stock v1", "/x/y?q=1"],
    ["/stock/items/1", "stock v2", "/items/1"],
    ["/stock/v1/one", "stock v2", "/v1/one"],
    ["/old/stock", "stock v1", "/v1"],
    ["/old/stock/items/1", "stock v1", "/v1/items/1"],
    ["/old/stock/one", "stock v2", "/v1/one"],
  ])("%s is for %s, which sees %s", async (path, service, seen) => {
    const run = await send(path, {}, "short.example");
    expect(whoAnswered(run)).toBe(`5 ${service}`);
    expect(run.answers.map(({ report }) => report?.request.path)).toEqual(Array(5).fill(seen));
  });

  test("a rule of the service holds for the path that it sees", async () => {
    const headers = { "x-canary": "yes" };
    expect(await ask("/stock/x", { headers, host: "short.example" })).toBe("5 stock v2");
    expect(await ask("/stock/gone", { host: "short.example" })).toBe("5 410");
    expect(await ask("/old/stock/gone", { host: "short.example" })).toBe("5 stock v1");
    expect(await ask("/stocks", { host: "short.example" })).toBe("5 404");
  });

  test("without a service of the whole host there is nothing beside the paths", async () => {
    expect(await ask("/api/cart/x", { host: "api.example" })).toBe("5 cart v1");
    expect(await ask("/api", { host: "api.example" })).toBe("5 404");
  });

  test("the services let in the gateway, and of the others who is declared", async () => {
    const from = { namespace, app: "web" };
    const inside = async (name: string) => {
      const url = `http://${name}.host-paths-${name}.svc.cluster.local:8080/`;
      return (await sendTraffic({ kubeconfig }, { from, url, requests: 5 })).statuses;
    };
    expect(await inside("checkout")).toEqual({ "200": 5 });
    expect(await inside("cart")).toEqual({ "403": 5 });
  });

  test("neither a proxy nor istiod complains of what it was given", async () => {
    expect(await complaints(kubeconfig)).toEqual([]);
  });
});

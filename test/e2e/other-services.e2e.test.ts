import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sampleImageReference } from "../../bench/images/index.ts";
import { sendTraffic, type TrafficRequestInput } from "../../bench/index.ts";
import { judgeSplit } from "../../bench/traffic/judge.ts";
import type { LimitDefinition, MeshDefinition } from "../../model/index.ts";
import { meshAtDoor, type MeshAtDoor } from "./doors/mesh-at-door.ts";
import { whoAnswered } from "./doors/who-answered.ts";
import { trustDomain } from "./istio-ground.ts";
import { complaints } from "./setup/complaints.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";

// A service gives way to others piece by piece: its callers call it as before, and rules lead to what takes its place.

const image = sampleImageReference;
const namespace = "other-services";
const next = "other-services-next";

function few(path: string, requests: number): LimitDefinition {
  return { requests, per: "hour", match: { path } };
}

/** Strict everywhere: mutual TLS, declared callers, proxies that hear of nothing else. */
const definition: MeshDefinition = {
  name: namespace,
  namespace,
  trust: { domain: trustDomain },
  access: { default: "declared-calls" },
  discovery: { scope: "declared-calls" },
  services: {
    web: { image, calls: { orders: { operations: [{ methods: ["GET"] }] } } },
    // Hears of everything, so that only access keeps it away.
    nosy: { image, discovery: { scope: "all" } },
    orders: { image, versions: ["v1", "v2"], limits: [few("/v2/search/limited", 2)] },
    "orders-next": {
      image,
      namespace: next,
      visibility: [namespace],
      ports: { http: { number: 9000, target: 8080 }, metrics: { number: 9090, protocol: "tcp" } },
      versions: ["blue", "green"],
      calls: { orders: {} },
    },
    search: { image, limits: [few("/find/limited", 4)] },
  },
  routes: {
    orders: {
      split: { v1: 100, v2: 0 },
      rules: [
        { name: "fallback", matches: [{ from: "orders-next" }], split: { v2: 100 } },
        {
          name: "found",
          matches: [{ path: { prefix: "/v2/search/" } }],
          rewrite: { path: { prefix: "/find/" } },
          service: "search",
        },
        {
          name: "moved",
          matches: [{ path: { prefix: "/v2/" } }],
          services: { "orders-next": { blue: 100, green: 0 } },
        },
        {
          name: "shared",
          matches: [{ path: "/shared" }],
          services: { orders: { v1: 70 }, "orders-next": { green: 30 } },
        },
      ],
    },
  },
  gateways: {
    edge: { ports: { http: 8080 }, hosts: { "shop.example": { service: "orders" } } },
  },
};

describe("rules that lead to other services", () => {
  let door: MeshAtDoor;

  beforeAll(async () => {
    door = await meshAtDoor(kubeconfig, namespace);
    await door.deploy(definition);
    const taken = async (): Promise<void> => {
      expect(await call("/v2/a")).toBe("5 orders-next blue");
      expect(await call("/v2/a", { from: "edge" })).toBe("5 orders-next blue");
      expect(await call("/v2/search/a")).toBe("5 search default");
    };
    await vi.waitFor(taken, { timeout: 60_000, interval: 500 });
  }, 240_000);

  afterAll(() => door.remove(), 120_000);

  interface Asking {
    /** A service, or the gateway for a stranger. Default `web`. */
    readonly from?: string;
    readonly url?: string;
    readonly method?: TrafficRequestInput["method"];
  }

  const orders = `http://orders.${namespace}.svc.cluster.local:8080`;
  const direct = `http://orders-next.${next}.svc.cluster.local:9000`;

  async function send(
    path: string,
    { from = "web", url = orders, method = "GET" }: Asking,
    requests: number,
  ) {
    const place = { namespace: from === "orders-next" ? next : namespace, app: from };
    const inside = { from: place, url: `${url}${path}` };
    const way = from === "edge" ? door.fromStranger("shop.example", path) : inside;
    return sendTraffic({ kubeconfig }, { ...way, method, requests, keep: Math.min(requests, 20) });
  }

  /** Who answered how often; the status where it was a proxy. */
  async function call(path: string, asking: Asking = {}): Promise<string> {
    const run = await send(path, asking, 5);
    expect(run.sent).toBe(5);
    return whoAnswered(run);
  }

  test.each(["web", "edge"])("requests of %s follow the rules", async (from) => {
    expect(await call("/v1/a", { from })).toBe("5 orders v1");
    expect(await call("/v2/a", { from })).toBe("5 orders-next blue");
    expect(await call("/v2/search/a", { from })).toBe("5 search default");
  });

  test("the other service gets the path that was written, at a port of its own", async () => {
    const { answers } = await send("/v2/search/a?q=1", {}, 1);
    expect(answers[0]?.report?.request.path).toBe("/find/a?q=1");
  });

  test("requests count for the service that a rule leads to, by the path that it gets", async () => {
    const { statuses } = await send("/v2/search/limited", {}, 10);
    expect(statuses).toEqual({ 200: 4, 429: 6 });
  });

  test("weights are over services and their versions", async () => {
    const run = await send("/shared", {}, 1000);
    expect(judgeSplit(run, { v1: 70, green: 30 }, 0.9999)).toMatchObject({ pass: true });
  });

  test("what is new falls back on what is old, and does not come back to itself", async () => {
    expect(await call("/v2/a", { from: "orders-next" })).toBe("5 orders v2");
  });

  test("a caller gets by the rule where it is declared, and nowhere else", async () => {
    expect(await call("/v2/a", { method: "POST" })).toBe("5 403");
    // Its proxy hears of the other service, because rules lead there; by its own name it gets no further than they do.
    expect(await call("/v2/a", { url: direct })).toMatch(/^(5|[1-4]) orders-next/);
    expect(await call("/v1/a", { url: direct })).toBe("5 403");
  });

  test("who is not declared gets there neither by the rule nor directly", async () => {
    expect(await call("/v2/a", { from: "nosy" })).toBe("5 403");
    expect(await call("/v2/a", { from: "nosy", url: direct })).toBe("5 403");
    expect(await call("/v1/a", { from: "nosy" })).toBe("5 403");
  });

  test("neither a proxy nor istiod complains of what it was given", async () => {
    expect(await complaints(kubeconfig)).toEqual([]);
  });
});

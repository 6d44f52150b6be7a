import { describe, expect, test } from "vitest";
import { checkEdge } from "../../components/check-edge.ts";
import type { EdgeProxyArgs } from "../../components/edge-proxy-args.ts";
import { EdgeProxy } from "../../components/edge-proxy.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { caught } from "./caught.ts";
import { find, recordResources, type Recorded } from "./record-resources.ts";

const mesh: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "permissive" },
  services: { web: { versions: ["v1", "v2"], calls: { cart: { timeout: "2s" } } }, cart: {} },
  routes: { web: { split: { v1: 90, v2: 10 } } },
  gateways: {
    edge: { hosts: { "shop.example": { service: "web", tls: { secret: "shop-cert" } } } },
  },
};
const args: EdgeProxyArgs = {
  mesh,
  acceptLosses: ["calls/timeout"],
  sites: {
    fra: { replicas: 3, serviceType: "LoadBalancer" },
    nyc: { endpoints: { web: { v1: ["10.0.0.1:8080"], v2: ["10.0.0.2:8080"] } } },
  },
};

function record(change: Partial<EdgeProxyArgs> = {}): Promise<readonly Recorded[]> {
  return recordResources(() => new EdgeProxy("door", { ...args, ...change }));
}

describe("routes of a site", () => {
  const live = async (sites: EdgeProxyArgs["sites"]): Promise<Readonly<Record<string, string>>> => {
    const recorded = await record({ sites });
    const maps = recorded.filter(({ name }) => name.endsWith("-live"));
    return Object.fromEntries(
      maps.map(({ name, inputs }) => [name.slice("door-".length, "door-fra".length), text(inputs)]),
    );
  };
  const text = (inputs: unknown): string => JSON.stringify((inputs as { data: object }).data);

  test("are the mesh's where the site says nothing, and its own where it does", async () => {
    const same = await live({ fra: {}, nyc: {} });
    const own = await live({ fra: {}, nyc: { routes: { web: { split: { v1: 37, v2: 63 } } } } });
    expect(own["fra"]).toBe(same["fra"]);
    expect(own["nyc"]).not.toBe(same["nyc"]);
    expect(own["nyc"]).toContain("63");
  });

  test("replace the parts of the route that they name, and leave the others", async () => {
    const routes = {
      web: {
        split: { v1: 90, v2: 10 },
        rules: [{ matches: [{ path: "/beta" }], split: { v2: 100 } }],
      },
    };
    const recorded = await record({
      mesh: { ...mesh, routes },
      sites: { fra: { routes: { web: { redirect: { host: "moved.example" } } } } },
    });
    const made = text(find(recorded, "door-fra:shop/edge-fra-live").inputs);
    expect(made).toContain("/beta");
    expect(made).toContain("moved.example");
    expect(made).not.toContain("weighted_clusters");
  });

  test("lead to another service instead of the mesh's split", async () => {
    const web = { services: { web: { v2: 20 }, cart: 80 } };
    const recorded = await record({ sites: { fra: { routes: { web } } } });
    const made = text(find(recorded, "door-fra:shop/edge-fra-live").inputs);
    expect(made).toContain("shop/cart");
    expect(made).not.toMatch(/shop\/web@v1[^:]*weight/);
  });

  test("have limits of their own, which each proxy counts; those of all together stay", async () => {
    const limited: MeshDefinition = {
      ...mesh,
      globalLimits: { service: "counter" },
      services: {
        ...mesh.services,
        counter: { protocol: "grpc" },
        web: {
          versions: ["v1", "v2"],
          limits: [
            { requests: 111, per: "second" },
            { requests: 222, per: "hour", scope: "global" },
          ],
        },
      },
    };
    const made = async (site: EdgeProxyArgs["sites"][string]): Promise<string> => {
      const recorded = await record({ mesh: limited, sites: { fra: site } });
      return text(find(recorded, "door-fra:shop/edge-fra-live").inputs);
    };
    expect(await made({})).toContain("111");
    const own = await made({ requestLimits: { web: [{ requests: 333, per: "minute" }] } });
    expect(own).toContain("333");
    expect(own).not.toContain("111");
    expect(own).toContain("ratelimit.v3.RateLimit");
    const none = await made({ requestLimits: { web: [] } });
    expect(none).not.toMatch(/111|333/);
    const wrong = (requestLimits: object): unknown =>
      caught(() => checkEdge({ ...args, mesh: limited, sites: { fra: { requestLimits } } }));
    const place = ["sites", "fra", "requestLimits"];
    expect(wrong({ web: [{ requests: 0, per: "second" }] })).toMatchObject([
      { path: [...place, "web", 0, "requests"] },
    ]);
    expect(wrong({ cart: [{ requests: 1, per: "second" }] })).toMatchObject([
      { code: "HED3041", path: [...place, "cart"] },
    ]);
    expect(wrong({ web: [{ requests: 1, per: "second", scope: "global" }] })).toMatchObject([
      { code: "HED3025", path: [...place, "web", 0, "scope"] },
    ]);
  });

  test("are checked like the mesh's, at the site", () => {
    const wrong = (routes: object): unknown =>
      caught(() => checkEdge({ ...args, sites: { fra: { routes } } }));
    expect(wrong({ web: { split: { v1: 90, v2: 20 } } })).toMatchObject([
      { path: ["sites", "fra", "routes", "web", "split"] },
    ]);
    expect(wrong({ web: { split: { v3: 100 } } })).toMatchObject([
      { path: ["sites", "fra", "routes", "web", "split", "v3"] },
    ]);
    expect(wrong({ cart: { timeout: "1s" } })).toMatchObject([
      { code: "HED3041", path: ["sites", "fra", "routes", "cart"] },
    ]);
    expect(wrong({ crat: {} })).toMatchObject([
      { code: "HED3041", path: ["sites", "fra", "routes", "crat"] },
    ]);
  });

  test("lose nothing in silence", () => {
    const routes = { web: { mirror: { service: "cart" } } };
    expect(caught(() => checkEdge({ ...args, sites: { fra: { routes } } }))).toMatchObject([
      { code: "HED3001", path: ["sites", "fra", "routes", "web"] },
    ]);
  });
});

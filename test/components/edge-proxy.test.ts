import { describe, expect, test } from "vitest";
import { checkEdge } from "../../components/check-edge.ts";
import { EdgeProxy } from "../../components/edge-proxy.ts";
import type { EdgeProxyArgs } from "../../components/edge-proxy-args.ts";
import { defaultImage } from "../../edge/kubernetes/index.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { describeTool } from "../../tools/index.ts";
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

describe("EdgeProxy", () => {
  test("makes each site's objects, the deployment after what its proxies read", async () => {
    const recorded = await record();
    const names = recorded.map(({ type, name }) => `${type.split(":").at(-1) ?? ""} ${name}`);
    // Deployments wait for what they depend on; all else is registered at once, in no certain order.
    expect(names.slice(-2).sort()).toEqual([
      "Deployment door-fra:shop/edge-fra",
      "Deployment door-nyc:shop/edge-nyc",
    ]);
    expect(names.slice(0, -2).sort()).toEqual([
      "ConfigMap door-fra:shop/edge-fra-bootstrap",
      "ConfigMap door-fra:shop/edge-fra-live",
      "ConfigMap door-nyc:shop/edge-nyc-bootstrap",
      "ConfigMap door-nyc:shop/edge-nyc-live",
      "EdgeProxy door",
      "Service door-fra:shop/edge-fra",
      "Service door-nyc:shop/edge-nyc",
      "Service door:shop/web-v1",
      "Service door:shop/web-v2",
      "ServiceAccount door-fra:shop/edge-fra",
      "ServiceAccount door-nyc:shop/edge-nyc",
    ]);
    const deployment = find(recorded, "door-fra:shop/edge-fra", "kubernetes:apps/v1:Deployment");
    expect(deployment.parent).toBe("heddle:index:EdgeProxy::door");
    expect(deployment.dependsOn).toEqual(
      expect.arrayContaining([
        "kubernetes:core/v1:ConfigMap::door-fra:shop/edge-fra-live",
        "kubernetes:core/v1:Service::door:shop/web-v1",
      ]) as unknown,
    );
  });

  test("a change of routes changes one ConfigMap a site and no pod", async () => {
    const before = await record();
    const after = await record({ mesh: { ...mesh, routes: { web: { split: { v2: 100 } } } } });
    const changed = after.filter(
      (each) =>
        JSON.stringify(each.inputs) !==
        JSON.stringify(
          before.find(({ name, type }) => name === each.name && type === each.type)?.inputs,
        ),
    );
    expect(changed.map(({ name }) => name).sort()).toEqual([
      "door-fra:shop/edge-fra-live",
      "door-nyc:shop/edge-nyc-live",
    ]);
  });

  test("another bootstrap makes new pods", async () => {
    const template = async (connections: number): Promise<unknown> => {
      const recorded = await record({ sites: { fra: { limits: { connections } } } });
      return find(recorded, "door-fra:shop/edge-fra", "kubernetes:apps/v1:Deployment").inputs;
    };
    expect(await template(10)).not.toEqual(await template(20));
  });

  test("puts a proxy on each node where the site says so", async () => {
    const onNodes = async (hostPorts: boolean): Promise<unknown> => {
      const recorded = await record({ sites: { fra: { placement: "every-node", hostPorts } } });
      expect(recorded.filter(({ type }) => type.endsWith(":Deployment"))).toEqual([]);
      return find(recorded, "door-fra:shop/edge-fra", "kubernetes:apps/v1:DaemonSet").inputs;
    };
    expect(await onNodes(false)).toMatchObject({
      spec: { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
    });
    expect(JSON.stringify(await onNodes(false))).not.toContain("hostPort");
    // Two pods cannot have one port of a node.
    expect(await onNodes(true)).toMatchObject({
      spec: {
        updateStrategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
        template: {
          spec: {
            containers: [{ ports: [{ hostPort: 80 }, { hostPort: 443 }, { name: "readiness" }] }],
          },
        },
      },
    });
  });

  test("leads outwards by a gateway of kind egress, and never opens that to the world", async () => {
    const outwards = {
      ...mesh,
      services: {
        ...mesh.services,
        pay: { external: { hosts: ["pay.example"], tls: { secret: "pay-ca" }, through: "out" } },
      },
      gateways: { ...mesh.gateways, out: { kind: "egress" } },
    } as const satisfies MeshDefinition;
    const acceptLosses = ["calls/timeout", "services/external-through"] as const;
    const make = (sites: EdgeProxyArgs["sites"], more: Partial<EdgeProxyArgs> = {}) =>
      record({ mesh: outwards, acceptLosses, sites, ...more });
    const recorded = await make({ fra: {}, out: { placement: "egress" } }, { gateway: "edge" });
    const service = find(recorded, "door-out:shop/out-out", "kubernetes:core/v1:Service").inputs;
    expect(service).toMatchObject({ spec: { type: "ClusterIP", ports: [{ port: 80 }] } });
    const pods = find(recorded, "door-out:shop/out-out", "kubernetes:apps/v1:Deployment").inputs;
    expect(JSON.stringify(pods)).toContain('"secretName":"pay-ca"');
    const wrong = (sites: EdgeProxyArgs["sites"], definition: MeshDefinition = outwards) =>
      caught(() => checkEdge({ mesh: definition, acceptLosses, sites })).map(
        ({ code, path }) => `${code} ${path.join(".")}`,
      );
    expect(wrong({ out: { gateway: "out" } })).toEqual(["HED3008 sites.out.placement"]);
    const inwards = { out: { placement: "egress", gateway: "edge" } } as const;
    expect(wrong(inwards)).toEqual(["HED3008 sites.out.gateway"]);
    // @ts-expect-error: nobody outside may use it
    const open: EdgeProxyArgs["sites"] = { out: { placement: "egress", serviceType: "NodePort" } };
    expect(wrong(open)).toEqual(["HED3008 sites.out.serviceType"]);
    expect(wrong({ out: { placement: "egress" } }, mesh)).toEqual(["HED3008 sites.out.gateway"]);
  });

  test("does not take a number of replicas for a proxy on each node", () => {
    const site: EdgeProxyArgs["sites"] = {
      // @ts-expect-error: one on each node is no number
      fra: { placement: "every-node", replicas: 2 },
    };
    expect(Object.keys(site)).toEqual(["fra"]);
  });

  test("runs the release of Envoy that the bench has under that name", () => {
    expect(defaultImage).toBe(
      `docker.io/envoyproxy/envoy:distroless-v${describeTool("envoy").version}`,
    );
  });

  test("changes the sites of a stage after those of the one before", async () => {
    const recorded = await record({ stages: [["nyc"], ["fra"]] });
    const all = recorded.filter(({ name }) => name.startsWith("door-nyc:"));
    const first = all.map(({ type, name }) => `${type}::${name}`);
    expect(first.length).toBeGreaterThan(3);
    for (const { name, dependsOn } of recorded) {
      if (name.startsWith("door-fra:")) expect(dependsOn).toEqual(expect.arrayContaining(first));
      if (name.startsWith("door-nyc:")) expect(dependsOn.join()).not.toContain("door-fra:");
    }
  });

  test("knows the names of its sites", () => {
    const door = (): EdgeProxy<"fra"> =>
      // @ts-expect-error: a stage names a site that is none
      new EdgeProxy("door", { mesh, sites: { fra: {} }, stages: [["nyc"]] });
    expect(door).toThrow(/HED3050/);
  });

  test("has hooks for each kind", async () => {
    const recorded = await record({
      transform: {
        configMap: (map) => ({ ...map, metadata: { ...map.metadata, labels: { team: "edge" } } }),
      },
    });
    expect(find(recorded, "door-fra:shop/edge-fra-live").inputs).toMatchObject({
      metadata: { labels: { team: "edge" } },
    });
  });

  test.each<[string, Partial<EdgeProxyArgs>, RegExp]>([
    [
      "a loss nobody accepted",
      { acceptLosses: [] },
      /HED3001.*services\.web\.calls\.cart\.timeout/,
    ],
    ["an unknown gateway", { gateway: "back" }, /HED3003.*sites\.fra\.gateway/],
    ["an unknown version", { sites: { fra: { endpoints: { web: { v9: [] } } } } }, /HED3003.*v9/],
    [
      "a version without an endpoint",
      { sites: { fra: { endpoints: { web: { v1: ["10.0.0.1:80"] } } } } },
      /HED3003.*sites\.fra\.endpoints\.web\.v2/,
    ],
    ["a site that no stage has", { stages: [["fra"]] }, /HED3050.*stages.*"nyc" is in no stage/s],
    [
      "a site in two stages",
      { stages: [["fra", "nyc"], ["fra"]] },
      /HED3050.*"fra" is named twice/s,
    ],
    ["a stage of strangers", { stages: [["fra", "nyc", "ams"]] }, /HED3050.*"ams" is no site/s],
    ["a long name", { sites: { ["x".repeat(60)]: {} } }, /HED3002.*sites/],
  ])("says %s before it registers anything", async (_, change, expected) => {
    let thrown: unknown;
    const recorded = await recordResources(() => {
      try {
        new EdgeProxy("door", { ...args, ...change });
      } catch (error) {
        thrown = error;
      }
    });
    expect(String(thrown)).toMatch(expected);
    expect(recorded).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { Mesh, RateLimitService, type RateLimitServiceArgs } from "../../components/index.ts";
import { HeddleError } from "../../diagnostics/index.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { find, recordResources } from "./record-resources.ts";

const counted: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example" },
  globalLimits: { service: "ratelimit" },
  services: {
    cart: { limits: [{ requests: 100, per: "minute", scope: "global" }] },
    ratelimit: { port: 8081, protocol: "grpc" },
  },
};
const password = { secret: "redis", key: "password" };
const beside: RateLimitServiceArgs["redis"] = { kind: "deployed", password };

function deploy(
  settings: Omit<RateLimitServiceArgs, "mesh">,
  mesh: MeshDefinition = counted,
): RateLimitService {
  return new RateLimitService("limits", { ...settings, mesh: new Mesh("shop", { mesh }) });
}

async function findings(
  settings: Omit<RateLimitServiceArgs, "mesh">,
  mesh?: MeshDefinition,
): Promise<readonly string[]> {
  const found: string[] = [];
  await recordResources(() => {
    try {
      deploy(settings, mesh);
    } catch (error) {
      if (!(error instanceof HeddleError)) throw error;
      found.push(...error.diagnostics.map(({ code, path }) => `${code} ${path.join(".")}`));
      expect(error.message).not.toContain("hunter2");
    }
  });
  return found;
}

describe("RateLimitService", () => {
  test("runs the service and its Redis after what they need", async () => {
    const recorded = await recordResources(() => deploy({ redis: beside }));
    const mine = recorded.filter(
      ({ parent }) => parent === "heddle:index:RateLimitService::limits",
    );
    expect(mine.map(({ type, name }) => `${type} ${name}`).sort()).toEqual([
      "kubernetes:apps/v1:Deployment limits:shop/ratelimit",
      "kubernetes:apps/v1:Deployment limits:shop/ratelimit-redis",
      "kubernetes:core/v1:Service limits:shop/ratelimit",
      "kubernetes:core/v1:Service limits:shop/ratelimit-redis",
      "kubernetes:core/v1:ServiceAccount limits:shop/ratelimit",
      "kubernetes:core/v1:ServiceAccount limits:shop/ratelimit-redis",
      "kubernetes:networking.k8s.io/v1:NetworkPolicy limits:shop/ratelimit-redis",
    ]);
    const service = find(recorded, "limits:shop/ratelimit", "kubernetes:apps/v1:Deployment");
    expect(service.dependsOn).toEqual(
      expect.arrayContaining([
        "kubernetes:core/v1:ConfigMap::shop:shop/ratelimit-limits",
        "kubernetes:apps/v1:Deployment::limits:shop/ratelimit-redis",
      ]) as unknown,
    );
    expect(service.inputs).toMatchObject({
      spec: {
        replicas: 2,
        template: {
          metadata: {
            annotations: { "traffic.sidecar.istio.io/excludeOutboundPorts": "6379" },
          },
        },
      },
    });
  });

  test("only refers to secrets, and uses a Redis that is there", async () => {
    const redis = {
      kind: "existing",
      address: "redis.data.svc:6380",
      password,
      tls: true,
    } as const;
    const recorded = await recordResources(() => deploy({ redis, replicas: 3 }));
    expect(recorded.some(({ name }) => name.endsWith("-redis"))).toBe(false);
    const { inputs } = find(recorded, "limits:shop/ratelimit", "kubernetes:apps/v1:Deployment");
    const text = JSON.stringify(inputs);
    expect(text).toContain('{"name":"REDIS_URL","value":"redis.data.svc:6380"}');
    expect(text).toContain('{"name":"REDIS_TLS","value":"true"}');
    expect(text).toContain('{"secretKeyRef":{"key":"password","name":"redis"}}');
  });

  test("other limits make other pods", async () => {
    const hashes: (string | undefined)[] = [];
    for (const requests of [100, 101, 100]) {
      const limits = [{ requests, per: "minute", scope: "global" }] as const;
      const mesh = { ...counted, services: { ...counted.services, cart: { limits } } };
      const recorded = await recordResources(() => deploy({ redis: beside }, mesh));
      const found = find(recorded, "limits:shop/ratelimit", "kubernetes:apps/v1:Deployment");
      hashes.push(/"heddle\/limits":"(\w+)"/.exec(JSON.stringify(found.inputs))?.[1]);
    }
    expect(hashes[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(hashes[1]).not.toBe(hashes[0]);
    expect(hashes[2]).toBe(hashes[0]);
  });

  test("says everything that is wrong, and never what may be a secret", async () => {
    const address = "redis://:hunter2@redis:6379";
    const wrong = { kind: "existing", address, password: { secret: "hunter2!", key: "" } } as const;
    expect(await findings({ redis: wrong, replicas: 0 })).toEqual([
      "HED3021 redis.address",
      "HED3021 redis.password",
      "HED3021 replicas",
    ]);
    const { name, trust } = counted;
    const none = { name, trust, services: { cart: {} } };
    expect(await findings({ redis: beside }, none)).toEqual(["HED3020 mesh"]);
    const deployed = {
      ...counted,
      services: { ...counted.services, ratelimit: { protocol: "grpc", image: "a" } },
    } as const;
    expect(await findings({ redis: beside }, deployed)).toEqual(["HED3020 mesh"]);
    const versions = {
      ...counted,
      services: { ...counted.services, ratelimit: { protocol: "grpc", versions: ["v1"] } },
    } as const;
    expect(await findings({ redis: beside }, versions)).toEqual(["HED3020 mesh"]);
  });
});

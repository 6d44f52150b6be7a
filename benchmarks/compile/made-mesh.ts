import type { MeshDefinition, ServiceDefinition } from "../../model/index.ts";

/** A mesh of so many services: each with a split route, an mTLS mode of its own and three calls. */
export function madeMesh(count: number): MeshDefinition {
  const name = (index: number): string => `service-${String(index % count)}`;
  const indexes = Array.from({ length: count }, (_, index) => index);
  const service = (index: number): ServiceDefinition => ({
    versions: ["v1", "v2"],
    mtls: "strict",
    access: "declared-calls",
    calls: Object.fromEntries(
      // Upwards alone: no circles.
      [1, 7, 31].filter((step) => index + step < count).map((step) => [name(index + step), {}]),
    ),
  });
  return {
    name: "large",
    trust: { domain: "shop.example" },
    services: Object.fromEntries(indexes.map((index) => [name(index), service(index)])),
    routes: Object.fromEntries(
      indexes.map((index) => [
        name(index),
        {
          split: { v1: 90, v2: 10 },
          timeout: "2s",
          retries: { attempts: 1, perTryTimeout: "500ms" },
        },
      ]),
    ),
  };
}

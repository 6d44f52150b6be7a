import { expect, test } from "vitest";
import { createReport } from "../../../diagnostics/index.ts";
import { parseMesh } from "../../../model/index.ts";
import { rateLimitConfig } from "../../../targets/rate-limit-service/rate-limit-config.ts";

test("what gateways count is counted for a service that only a path of a host leads to as well", () => {
  const mesh = parseMesh(
    {
      name: "shop",
      trust: { domain: "shop.example" },
      services: {
        web: {},
        cart: { limits: [{ requests: 5, per: "minute", scope: "global" }] },
        counting: { ports: { grpc: { number: 8081, protocol: "grpc" } } },
      },
      globalLimits: { service: "counting" },
      gateways: {
        edge: { hosts: { "shop.example": { service: "web", paths: { "/cart": "cart" } } } },
      },
    },
    createReport(),
  );
  if (mesh === undefined) throw new Error("the mesh is broken");
  const keys = rateLimitConfig(mesh)?.descriptors.map(({ key }) => key);
  expect(keys).toEqual(["gateway", "instance"]);
});

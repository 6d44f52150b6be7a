import { withService, type WrongMesh } from "./base-mesh.ts";

/** What is wrong with limits that all instances count together. */
export const wrongLimits: readonly WrongMesh[] = [
  [
    "global limit that nobody counts",
    withService("x", { limits: [{ requests: 1, per: "hour", scope: "global" }] }),
    "HED2080 services.x.limits[0].scope",
    /does not say who counts/,
    /globalLimits/,
  ],
  [
    "unknown counting service",
    { globalLimits: { service: "carts" } },
    "HED2001 globalLimits.service",
    /unknown service "carts"/,
    /"cart"/,
  ],
  [
    "counting outside",
    { globalLimits: { service: "payments" } },
    "HED2081 globalLimits.service",
    /outside the mesh/,
  ],
  [
    "counting without gRPC",
    { globalLimits: { service: "web" } },
    "HED2081 globalLimits.service",
    /gRPC/,
    /services\.web\.protocol/,
  ],
  [
    "counting without an address",
    {
      ...withService("x", { protocol: "grpc", headless: true }),
      globalLimits: { service: "x" },
    },
    "HED2081 globalLimits.service",
    /no address/,
  ],
  [
    "counting by a host of its own",
    {
      ...withService("x", { protocol: "grpc", host: "x.example" }),
      globalLimits: { service: "x" },
    },
    "HED2081 globalLimits.service",
    /a host takes its place/,
    /remove services.x.host/,
  ],
  [
    "counting for itself",
    {
      ...withService("x", {
        protocol: "grpc",
        limits: [{ requests: 1, per: "hour", scope: "global" }],
      }),
      globalLimits: { service: "x" },
    },
    "HED2081 globalLimits.service",
    /ask itself/,
  ],
  [
    "counting service that cannot be seen",
    {
      ...withService(
        "x",
        { limits: [{ requests: 1, per: "hour", scope: "global" }] },
        { counter: { protocol: "grpc", namespace: "other", visibility: "namespace" } },
      ),
      globalLimits: { service: "counter" },
    },
    "HED2060 services.x.limits",
    /only visible in other/,
  ],
];

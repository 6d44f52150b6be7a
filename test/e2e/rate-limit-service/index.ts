import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { Config } from "@pulumi/pulumi";
import { sampleImageReference } from "../../../bench/images/index.ts";
import { ControlPlane, Mesh, RateLimitService } from "../../../components/index.ts";

// A mesh with one limit that all instances count together, and what counts it.

const config = new Config("test");
const image = sampleImageReference;

const controlPlane = new ControlPlane("istio", {
  charts: config.require("charts"),
  hub: config.get("hub"),
  tag: config.get("tag"),
  proxy: "envoy",
  resources: { cpu: "10m", memory: "128Mi" },
  proxyResources: { cpu: "10m", memory: "32Mi" },
});
const mesh = new Mesh("mesh", {
  mesh: {
    name: "limited",
    trust: { domain: "cluster.local" },
    globalLimits: { service: "ratelimit", timeout: "5s" },
    services: {
      web: { image, calls: { cart: {} } },
      cart: {
        image,
        limits: [{ requests: config.requireNumber("requests"), per: "hour", scope: "global" }],
      },
      ratelimit: { port: 8081, protocol: "grpc" },
    },
  },
  controlPlane,
});
const password = new Secret(
  "password",
  {
    metadata: { name: "redis", namespace: "limited" },
    data: {
      password: config
        .requireSecret("password")
        .apply((text) => Buffer.from(text).toString("base64")),
    },
  },
  { dependsOn: Object.values(mesh.nodes.namespaces) },
);
export const host = new RateLimitService(
  "ratelimit",
  {
    mesh,
    redis: { kind: "deployed", password: { secret: "redis", key: "password" } },
    resources: { cpu: "10m" },
  },
  { dependsOn: [password, ...controlPlane.ready] },
).host;

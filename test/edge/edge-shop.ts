import type { MeshDefinition } from "../../model/index.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";
import { prepareEdge, type EdgeGround } from "./edge-ground.ts";
import type { RunningEnvoy } from "./start-envoy.ts";

/** A shop behind one gateway, with strict mTLS. */
export const strictShop: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "strict" },
  services: {
    web: { versions: ["v1", "v2"] },
    api: {},
    bank: {},
    recommendations: { protocol: "grpc" },
  },
  routes: {
    web: {
      split: { v1: 90, v2: 10 },
      rules: [
        { name: "testers", matches: [{ headers: { "x-canary": "yes" } }], split: { v2: 100 } },
        {
          name: "writes",
          matches: [{ path: { prefix: "/api/" }, method: "POST" }, { path: { regex: "/v[12]/x" } }],
          split: { v1: 100 },
        },
      ],
    },
    api: {
      timeout: "10s",
      retries: { attempts: 2, on: ["503", "reset"] },
      rules: [
        { name: "orders", matches: [{ path: { prefix: "/orders" } }], retries: { attempts: 0 } },
        { name: "slow", matches: [{ path: "/slow" }], timeout: "500ms" },
      ],
    },
  },
  gateways: {
    edge: {
      hosts: {
        "web.example": { service: "web" },
        "api.example": { service: "api" },
        "*.web.example": { service: "web" },
        "shop.example": { service: "web", tls: { secret: "shop-cert" } },
        "*.shop.example": { service: "api", tls: { secret: "shop-cert" } },
        "admin.shop.example": { service: "api", tls: { secret: "admin.cert" } },
        "grpc.example": { service: "recommendations", tls: { secret: "grpc-cert" } },
        "bank.example": { service: "bank" },
      },
    },
  },
};

/** The same in plaintext: services on loopback have no sidecar. */
export const shop: MeshDefinition = {
  ...strictShop,
  trust: { domain: "shop.example", mtls: "disabled" },
};

/** The shop's services as processes, and a real proxy before them that was generated from the mesh. */
export interface OpenShop {
  readonly edge: EdgeGround;
  readonly envoy: RunningEnvoy;
  readonly services: Readonly<Record<"v1" | "v2" | "v3" | "api", ServiceProcess>>;
  close(): Promise<void>;
}

export async function openShop(): Promise<OpenShop> {
  const edge = await prepareEdge();
  const [v1, v2, v3, api] = await Promise.all([
    startService({ SERVICE: "web", VERSION: "v1" }),
    startService({ SERVICE: "web", VERSION: "v2" }),
    startService({ SERVICE: "web", VERSION: "v3" }),
    startService({ SERVICE: "api", VERSION: "v1" }),
  ]);
  const services = { v1, v2, v3, api };
  await edge.authority.issue("shop-cert", ["DNS:shop.example", "DNS:*.shop.example"]);
  await edge.authority.issue("admin.cert", ["DNS:admin.shop.example"]);
  await edge.authority.issue("grpc-cert", ["DNS:grpc.example"]);
  await edge.publish(edge.compile(shop, shopEndpoints(services)));
  const envoy = await edge.start();
  return {
    edge,
    envoy,
    services,
    async close() {
      await edge.remove();
      await Promise.all(Object.values(services).map((service) => service.stop()));
    },
  };
}

/** Where the services of the shop answer. */
export function shopEndpoints({ v1, v2, api }: OpenShop["services"]) {
  return {
    web: { v1: [addressOf(v1)], v2: [addressOf(v2)] },
    api: { default: [addressOf(api)] },
    bank: { default: ["127.0.0.1:1"] },
    recommendations: { default: [`127.0.0.1:${String(api.ports.grpc)}`] },
  };
}

export function addressOf({ ports }: ServiceProcess): string {
  return `127.0.0.1:${String(ports.http)}`;
}

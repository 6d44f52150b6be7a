import { defineMesh, type MeshDefinition } from "../../model/index.ts";

const image = "docker.io/heddle/sample:1";

/** A small mesh with one of everything that components make. */
export const shop: MeshDefinition = defineMesh({
  name: "shop",
  trust: { domain: "shop.example" },
  services: {
    web: { image, calls: { cart: { timeout: "2s" }, payments: {} } },
    cart: { image, versions: ["v1", "v2"] },
    payments: { external: "api.payments.example" },
  },
  routes: { cart: { split: { v1: 90, v2: 10 } } },
  gateways: {
    edge: {
      hosts: {
        "shop.example": { service: "web", tls: { secret: "shop-cert" } },
        "www.shop.example": { service: "web", tls: { secret: "shop-cert" } },
      },
    },
  },
});

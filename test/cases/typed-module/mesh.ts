import { defineMesh } from "../../../model/index.ts";

/** The same language in TypeScript. */
export const mesh = defineMesh({
  name: "shop",
  trust: { domain: "shop.example" },
  services: {
    web: { calls: { cart: { timeout: "2s" } } },
    cart: { versions: ["v1", "v2"] },
  },
  routes: { cart: { split: { v1: 90, v2: 10 } } },
});

import { sampleImageReference } from "../../bench/images/index.ts";
import type { EnvironmentDefinition } from "../../source/index.ts";

const image = sampleImageReference;
const versions = { v1: {}, v2: {} };
const toFirst = { split: { v1: 100, v2: 0 } };
const toSecond = { split: { v1: 0, v2: 100 } };

/** Four services of the shop with every word of matches: what matches goes to v2, everything else to v1. */
export const routingOverlay: EnvironmentDefinition = {
  services: {
    web: {
      image,
      calls: {
        catalog: null,
        orders: null,
        cart: { timeout: "10s" },
        recommendations: { timeout: "10s" },
      },
    },
    orders: {
      image,
      calls: { inventory: null, payments: null, notifications: null, cart: { timeout: "10s" } },
    },
    cart: {
      image,
      versions,
      calls: null,
      // Two ways to the same program: each has rules of its own.
      ports: { http: { number: 8080 }, second: { number: 8081, target: 8080 } },
    },
    recommendations: { image, versions },
    catalog: null,
    inventory: null,
    payments: null,
    notifications: null,
  },
  routes: {
    payments: null,
    cart: {
      ...toFirst,
      timeout: null,
      rules: [
        {
          name: "headers",
          matches: [
            { headers: { "X-Tester": { present: true }, "x-opt-out": { present: false } } },
          ],
          ...toSecond,
        },
        {
          name: "query",
          matches: [
            { query: { canary: "yes", debug: { present: true } } },
            { query: { build: { regex: "[0-9]+" } } },
            { query: { region: { prefix: "eu-" } } },
          ],
          ...toSecond,
        },
        {
          name: "cookies",
          matches: [{ cookies: { "a.b": "1+1", user: { prefix: "tester-" } } }],
          ...toSecond,
        },
        { name: "method", matches: [{ method: "PUT", path: { prefix: "/m" } }], ...toSecond },
        { name: "authority", matches: [{ authority: { prefix: "cart.shop:" } }], ...toSecond },
        { name: "port", matches: [{ port: "second", path: "/port" }], ...toSecond },
        { name: "caller", matches: [{ from: "orders", path: "/from" }], ...toSecond },
      ],
    },
    recommendations: {
      ...toFirst,
      rules: [
        {
          name: "method",
          matches: [{ grpc: { service: "heddle.Echo", method: "Say" } }],
          ...toSecond,
        },
      ],
    },
  },
};

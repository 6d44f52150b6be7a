import { sampleImageReference } from "../../../bench/images/index.ts";
import type { MeshDefinition } from "../../../model/index.ts";
import { actingRules, copyingRule, leadingRules } from "./acting-rules.ts";

/**
 * The one mesh of the test: the same for every target, each in a namespace of its own. Services take mutual TLS and
 * plaintext, because there is no sidecar behind a proxy without a control plane.
 */
export function sameMesh(namespace: string): MeshDefinition {
  const image = sampleImageReference;
  return {
    name: namespace,
    namespace,
    trust: { domain: "same.example", mtls: "permissive" },
    services: {
      caller: { image, calls: { web: {}, api: {} } },
      web: { image, versions: ["v1", "v2"] },
      api: { image },
      // Nobody calls it: it only gets copies.
      audit: { image },
      goods: { image },
    },
    routes: {
      web: {
        split: { v1: 80, v2: 20 },
        rules: [
          { name: "testers", matches: [{ headers: { "x-canary": "yes" } }], split: { v2: 100 } },
          {
            name: "writes",
            matches: [{ path: { prefix: "/api/" }, method: "POST" }],
            split: { v2: 100 },
          },
          { name: "old", matches: [{ path: { regex: "/v[12]/x" } }], split: { v1: 100 } },
          copyingRule,
          ...leadingRules,
        ],
      },
      api: {
        timeout: "10s",
        retries: { attempts: 2, on: ["503", "reset"] },
        rules: [
          { name: "orders", matches: [{ path: { prefix: "/orders" } }], retries: { attempts: 0 } },
          {
            name: "slow",
            matches: [{ path: "/slow" }],
            timeout: "2s",
            retries: { attempts: 0 },
          },
          ...actingRules,
        ],
      },
    },
    access: {
      rules: {
        closed: {
          action: "deny",
          services: ["web"],
          gateways: ["door"],
          to: [{ paths: [{ prefix: "/closed" }] }],
        },
        methods: {
          action: "allow",
          services: ["web"],
          gateways: ["door"],
          to: [{ methods: ["GET", "POST", "OPTIONS"] }],
        },
      },
    },
    gateways: {
      door: {
        hosts: {
          "web.example": { service: "web" },
          "*.web.example": { service: "web" },
          "api.example": { service: "api" },
          "parts.example": { service: "api", paths: { "/shop": "web", "/shop/help": "api" } },
          "goods.example": {
            paths: {
              "/goods": { service: "goods", rewrite: { path: { prefix: "/" } } },
              "/old/goods": { service: "goods", rewrite: { path: { prefix: "/v1" } } },
            },
          },
          "secure.example": { service: "web", tls: { secret: "secure-cert" } },
        },
      },
    },
  };
}

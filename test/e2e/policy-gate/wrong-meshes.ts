import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Code } from "../../../diagnostics/index.ts";

/** The mesh that breaks no rule. */
export const rightMesh = readFileSync(join(import.meta.dirname, "right.yaml"), "utf8");

/** One change that makes the right mesh wrong, and what the policy pack has to say of it. */
export interface WrongMesh {
  readonly rule: string;
  readonly code: Code;
  readonly change: readonly [from: string, to: string];
  /** Where the fault is. */
  readonly place: string;
  /** A part of what to do about it. */
  readonly fix: string;
}

/** One for each rule. */
export const wrongMeshes: readonly WrongMesh[] = [
  {
    rule: "routing/split-without-workload",
    code: "HED4001",
    change: [
      "{ destination: { host: cart, subset: v2 }",
      "{ destination: { host: cart, subset: v3 }",
    ],
    place: "VirtualService shop/cart: spec.http[0].route[1]",
    fix: 'send to a version that exists, or add "v3" to cart',
  },
  {
    rule: "routing/split-weights",
    code: "HED4002",
    change: ["weight: 90", "weight: 80"],
    place: "VirtualService shop/cart: spec.http[0]",
    fix: "give whole percents, 0 to 100, that sum to 100",
  },
  {
    rule: "routing/route-to-unknown-host",
    code: "HED4003",
    change: ["host: web } }]", "host: wbe } }]"],
    place: "VirtualService shop/web: spec.http[0].route[0]",
    fix: "correct the host, or declare it",
  },
  {
    rule: "mtls/permissive-mtls",
    code: "HED4004",
    change: ["mode: STRICT", "mode: PERMISSIVE"],
    place: "PeerAuthentication istio-system/default: spec.mtls.mode",
    fix: "set the mode to strict",
  },
  {
    rule: "mtls/mtls-conflict",
    code: "HED4005",
    change: ["mode: ISTIO_MUTUAL", "mode: DISABLE"],
    place: "DestinationRule shop/cart: spec.trafficPolicy.tls.mode",
    fix: "remove the client's TLS setting",
  },
  {
    rule: "resilience/retry-without-per-try-timeout",
    code: "HED4006",
    change: ['perTryTimeout: 900ms, retryOn: "', 'retryOn: "'],
    place: "VirtualService shop/cart: spec.http[0]",
    fix: 'set a per-try timeout, for example "900ms"',
  },
  {
    rule: "resilience/retries-exceed-timeout",
    code: "HED4007",
    change: ["timeout: 3s", "timeout: 2s"],
    place: "VirtualService shop/cart: spec.http[0]",
    fix: 'set a per-try timeout of at most "641ms"',
  },
  {
    rule: "resilience/retry-amplification",
    code: "HED4008",
    change: ["cart: { retries: { attempts: 2", "cart: { retries: { attempts: 3"],
    place: "mesh shop: services.web.calls.cart",
    fix: "allow at most 2 retries on the call shop/web → shop/cart",
  },
  {
    rule: "gateway/gateway-host-without-route",
    code: "HED4009",
    change: ["hosts: [shop.example]\n---", "hosts: [shop.example, api.shop.example]\n---"],
    place: "Gateway shop/edge: spec.servers[0].hosts[1]",
    fix: "attach a route with the host api.shop.example to the gateway",
  },
  {
    rule: "access/allow-all-access",
    code: "HED4010",
    change: ["- from: [{ source: { principals: [shop.example/ns/shop/sa/web] } }]", "- {}"],
    place: "AuthorizationPolicy shop/cart: spec.rules[0]",
    fix: "name the callers",
  },
];

/** The right mesh with one change. */
export function withChange([from, to]: WrongMesh["change"]): string {
  if (!rightMesh.includes(from)) throw new Error(`the right mesh does not contain ${from}`);
  return rightMesh.replace(from, to);
}

import { withService, type WrongMesh } from "./base-mesh.ts";

/** Meshes in which every value is right by itself, but not with the others. */
export const wrongReferences: readonly WrongMesh[] = [
  [
    "unknown callee",
    withService("x", { calls: { crat: {} } }),
    "HED2001 services.x.calls.crat",
    /the mesh has: cart, db/,
    /"cart"/,
  ],
  ["unknown route", { routes: { nope: {} } }, "HED2001 routes.nope", /unknown service/],
  [
    "unknown gateway target",
    { gateways: { edge: { hosts: { "a.example": { service: "wbe" } } } } },
    'HED2001 gateways.edge.hosts["a.example"].service',
    /unknown service/,
  ],
  [
    "unknown version",
    { routes: { cart: { split: { v1: 50, v3: 50 } } } },
    "HED2002 routes.cart.split.v3",
    /it has: v1, v2/,
  ],
  [
    "split unversioned",
    { routes: { web: { split: { v1: 100 } } } },
    "HED2003 routes.web.split",
    /no versions/,
  ],
  [
    "external route",
    { routes: { payments: { timeout: "1s" } } },
    "HED2004 routes.payments",
    /external/,
  ],
  [
    "external versions",
    withService("x", { external: "x.example", versions: ["a"] }),
    "HED2004 services.x.versions",
    /external/,
  ],
  [
    "gateway to external",
    { gateways: { edge: { hosts: { "a.example": { service: "payments" } } } } },
    'HED2004 gateways.edge.hosts["a.example"].service',
    /external/,
  ],
  ["default identity", withService("default", {}), "HED2006 services.default", /identity/],
  [
    "gateway identity",
    { gateways: { web: { hosts: { "a.example": { service: "web" } } } } },
    "HED2006 gateways.web",
    /identity/,
  ],
  [
    "host twice",
    {
      gateways: {
        a: { hosts: { "a.example": { service: "web" } } },
        b: { hosts: { "a.example": { service: "web" } } },
      },
    },
    'HED2007 gateways.b.hosts["a.example"]',
    /gateway "a"/,
  ],
  [
    "external host of a service of the mesh",
    withService("x", { external: "web.shop.svc.cluster.local" }),
    "HED2007 services.x.external",
    /already the service "web"/,
  ],
  [
    "external host that a cluster looks up in itself first",
    withService("x", { external: "web.shop" }),
    "HED2007 services.x.external",
    /already the service "web"/,
  ],
  [
    "external host twice",
    withService("x", { external: "api.payments.example" }),
    "HED2007 services.x.external",
    /"payments"/,
  ],
  ["self call", withService("x", { calls: { x: {} } }), "HED2008 services.x.calls.x", /itself/],
  [
    "retries on tcp",
    { routes: { db: { retries: { attempts: 1 } } } },
    "HED2009 routes.db.retries",
    /5432 \(tcp\)/,
  ],
  [
    "timeout on a tls call",
    withService("x", { calls: { payments: { timeout: "1s" } } }),
    "HED2009 services.x.calls.payments.timeout",
    /443 \(tls\)/,
  ],
  [
    "modes of one target",
    withService("x", {
      ports: { a: { number: 80 }, b: { number: 81, target: 80, mtls: "disabled" } },
    }),
    "HED2040 services.x.ports.b.mtls",
    /port "b" is disabled and port "a" is strict/,
  ],
  [
    "caller outside the mesh",
    withService("x", { inMesh: false, calls: { cart: {} } }),
    "HED2041 services.x.calls.cart",
    /"x" has no proxy.*"cart" only accepts mTLS/,
    /services\.cart\.mtls/,
  ],
  [
    "mode without a proxy",
    withService("x", { inMesh: false, mtls: "strict" }),
    "HED2042 services.x.mtls",
    /no proxy/,
  ],
  [
    "timeout without a proxy",
    {
      services: {
        web: { inMesh: false, calls: { cart: { timeout: "1s" } } },
        cart: { mtls: "permissive" },
      },
    },
    "HED2042 services.web.calls.cart.timeout",
    /no proxy/,
  ],
  [
    "unknown namespace",
    { namespaces: { shpo: { mtls: "permissive" } } },
    "HED2043 namespaces.shpo",
    /it is in: shop/,
    /"shop"/,
  ],
  [
    "mode of an external port",
    withService("x", { external: "x.example", ports: { tls: { number: 443, mtls: "strict" } } }),
    "HED2004 services.x.ports.tls.mtls",
    /external/,
  ],
  [
    "rule for an unknown service",
    { access: { rules: { a: { action: "deny", services: ["crat"] } } } },
    "HED2001 access.rules.a.services[0]",
    /unknown service "crat"/,
    /"cart"/,
  ],
  [
    "rule from an unknown service",
    {
      access: {
        rules: { a: { action: "deny", services: ["cart"], from: [{ services: ["wbe"] }] } },
      },
    },
    "HED2001 access.rules.a.from[0].services[0]",
    /unknown service "wbe"/,
  ],
  [
    "rule at an unknown gateway",
    { access: { rules: { a: { action: "deny", gateways: ["egde"] } } } },
    "HED2044 access.rules.a.gateways[0]",
    /unknown gateway "egde"/,
  ],
  [
    "rule for an external service",
    { access: { rules: { a: { action: "deny", services: ["payments"] } } } },
    "HED2004 access.rules.a.services[0]",
    /external/,
  ],
  [
    "rule for an external caller",
    {
      access: {
        rules: { a: { action: "deny", services: ["cart"], from: [{ services: ["payments"] }] } },
      },
    },
    "HED2045 access.rules.a.from[0].services[0]",
    /no identity/,
  ],
  [
    "rule for requests of a tcp service",
    { access: { rules: { a: { action: "deny", services: ["db"], to: [{ methods: ["GET"] }] } } } },
    "HED2009 access.rules.a.services[0]",
    /5432 \(tcp\)/,
  ],
  [
    "rule for an unknown port",
    { access: { rules: { a: { action: "deny", services: ["cart"], to: [{ ports: [81] }] } } } },
    "HED2005 access.rules.a.to[0].ports[0]",
    /it has: 8080/,
  ],
  [
    "operations of a tcp service",
    withService("x", { calls: { db: { operations: [{ methods: ["GET"] }] } } }),
    "HED2009 services.x.calls.db.operations",
    /5432 \(tcp\)/,
  ],
  [
    "declared calls without identities",
    { ...withService("x", { mtls: "disabled", access: "declared-calls" }) },
    "HED2045 services.x",
    /only accepts plaintext/,
  ],
  [
    "a caller without identity",
    {
      services: {
        web: { inMesh: false, calls: { cart: {} } },
        cart: { mtls: "permissive", access: "declared-calls" },
      },
    },
    "HED2045 services.web.calls.cart",
    /only lets in callers that it knows/,
  ],
  [
    "matches on tcp",
    { routes: { db: { rules: [{ matches: [{ path: "/" }] }] } } },
    "HED2009 routes.db.rules[0].matches",
    /tcp/,
  ],
];

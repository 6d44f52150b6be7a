import { base, withService, type WrongMesh } from "./base-mesh.ts";

/** One host at the gateway `edge`. */
function hostOfEdge(host: unknown): object {
  return { gateways: { edge: { hosts: { "a.example": host } } } };
}

/** Ways into the mesh and out of it that lead nowhere, or contradict themselves. */
export const wrongWays: readonly WrongMesh[] = [
  [
    "port of a gateway twice",
    { gateways: { edge: { tcp: { db: { port: 443, service: "db" } } } } },
    "HED2050 gateways.edge.tcp.db.port",
    /gateways\.edge\.ports\.https/,
  ],
  [
    "gateway that leads nowhere",
    { gateways: { edge: {} } },
    "HED2051 gateways.edge",
    /nowhere; allowed: hosts or tcp/,
  ],
  [
    "host that leads nowhere",
    hostOfEdge({ tls: { secret: "cert" } }),
    'HED2051 gateways.edge.hosts["a.example"]',
    /nowhere; allowed: service, paths, or both/,
  ],
  [
    "part of a host for an unknown service",
    hostOfEdge({ service: "web", paths: { "/cart": "crat" } }),
    'HED2001 gateways.edge.hosts["a.example"].paths["/cart"]',
    /unknown service "crat"/,
    /"cart"/,
  ],
  [
    "part of a host for a service outside",
    hostOfEdge({ service: "web", paths: { "/pay": "payments" } }),
    'HED2004 gateways.edge.hosts["a.example"].paths["/pay"]',
    /external/,
  ],
  [
    "part of a host for a service without requests",
    hostOfEdge({ service: "web", paths: { "/db": "db" } }),
    'HED2009 gateways.edge.hosts["a.example"].paths["/db"]',
    /5432 \(tcp\)/,
  ],
  [
    "parts of a host whose own service takes no requests",
    hostOfEdge({ service: "db", paths: { "/cart": "cart" }, tls: { secret: "cert" } }),
    'HED2009 gateways.edge.hosts["a.example"].service',
    /5432 \(tcp\)/,
  ],
  [
    "the whole host as a part of it",
    hostOfEdge({ service: "web", paths: { "/": "cart" } }),
    'HED1009 gateways.edge.hosts["a.example"].paths["/"]',
    /starts with \/ and does not end with it/,
    /goes to service/,
  ],
  [
    "part of a host with a / at its end",
    hostOfEdge({ service: "web", paths: { "/cart/": "cart" } }),
    'HED1009 gateways.edge.hosts["a.example"].paths["/cart/"]',
    /does not end with it/,
  ],
  [
    "no parts of a host",
    hostOfEdge({ service: "web", paths: {} }),
    'HED1009 gateways.edge.hosts["a.example"].paths',
    /at least one path/,
  ],
  [
    "parts of a host whose TLS is passed through",
    {
      ...withService("vault", { protocol: "tls" }),
      ...hostOfEdge({ service: "vault", paths: { "/cart": "cart" }, tls: { mode: "passthrough" } }),
    },
    'HED2085 gateways.edge.hosts["a.example"].paths',
    /gateways\.edge\.hosts\["a\.example"\]\.tls/,
    /end TLS at the gateway/,
  ],
  [
    "an expression that may hold below a part or not",
    {
      routes: { cart: { rules: [{ matches: [{ path: { regex: "/(cart|basket)/.*" } }] }] } },
      ...hostOfEdge({ service: "web", paths: { "/cart": "cart" } }),
    },
    'HED2086 gateways.edge.hosts["a.example"].paths["/cart"]',
    /routes\.cart\.rules\[0\]\.matches\[0\]\.path/,
    /"\/cart\/\.\*"/,
  ],
  [
    "an expression about paths that a part writes anew",
    {
      routes: { cart: { rules: [{ matches: [{ path: { regex: "/items/[0-9]+" } }] }] } },
      ...hostOfEdge({
        paths: { "/cart": { service: "cart", rewrite: { path: { prefix: "/" } } } },
      }),
    },
    'HED2086 gateways.edge.hosts["a.example"].paths["/cart"].service',
    /their path is written anew; allowed: exact paths and prefixes/,
    /match by a prefix/,
  ],
  [
    "hosts of an egress gateway",
    { gateways: { out: { kind: "egress", hosts: { "a.example": { service: "web" } } } } },
    "HED2051 gateways.out.hosts",
    /egress/,
  ],
  [
    "passthrough to HTTP",
    hostOfEdge({ service: "web", tls: { mode: "passthrough" } }),
    'HED2052 gateways.edge.hosts["a.example"].tls',
    /8080 \(http\); allowed for: tls/,
  ],
  [
    "TCP listener for HTTP",
    { gateways: { edge: { tcp: { web: { port: 9000, service: "web" } } } } },
    "HED2052 gateways.edge.tcp.web.service",
    /allowed for: tcp, tls/,
  ],
  [
    "redirect of what is no HTTP",
    hostOfEdge({ service: "db", tls: { secret: "cert" }, http: "redirect" }),
    'HED2052 gateways.edge.hosts["a.example"].http',
    /speaks no HTTP/,
  ],
  [
    "plain HTTP round client certificates",
    hostOfEdge({ service: "web", tls: { secret: "c", clients: { secret: "d" } }, http: "serve" }),
    'HED2052 gateways.edge.hosts["a.example"].http',
    /way round/,
  ],
  [
    "one certificate, two settings",
    {
      gateways: {
        edge: {
          hosts: {
            "a.example": { service: "web", tls: { secret: "cert" } },
            "b.example": { service: "web", tls: { secret: "cert", minVersion: "1.3" } },
          },
        },
      },
    },
    'HED2053 gateways.edge.hosts["b.example"].tls',
    /hosts\["a\.example"\]\.tls/,
  ],
  [
    "wildcard with an address",
    withService("x", { external: { hosts: ["*.x.example"], resolution: "dns" } }),
    "HED2054 services.x.external.resolution",
    /no address of its own/,
  ],
  [
    "endpoints that are looked up",
    withService("x", {
      external: { hosts: ["x.example"], resolution: "dns", endpoints: ["192.0.2.1"] },
    }),
    "HED2054 services.x.external.endpoints",
    /exactly with resolution static/,
  ],
  [
    "TLS in TLS",
    withService("x", { protocol: "tls", external: { hosts: ["x.example"], tls: {} } }),
    "HED2054 services.x.external.tls",
    /speak it already/,
  ],
  [
    "a Secret beside every caller",
    withService("x", { external: { hosts: ["x.example"], tls: { secret: "ca" } } }),
    "HED2054 services.x.external.tls.secret",
    /only with through/,
  ],
  [
    "out through a way in",
    {
      ...withService("x", { external: { hosts: ["x.example"], through: "edge" } }),
      gateways: { edge: { hosts: { "a.example": { service: "web" } } } },
    },
    "HED2054 services.x.external.through",
    /gateways of kind egress, the mesh has: none/,
  ],
  [
    "deadline of a wildcard",
    {
      services: {
        ...base.services,
        wild: { port: 80, protocol: "http", external: { hosts: ["*.x.example"] } },
        caller: { calls: { wild: { timeout: "1s" } } },
      },
    },
    "HED2055 services.caller.calls.wild.timeout",
    /exact hosts/,
  ],
];

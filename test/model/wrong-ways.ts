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

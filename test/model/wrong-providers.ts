import { withService, type WrongMesh } from "./base-mesh.ts";

const guard = { kind: "http-authoriser", service: "cart" };
const asked = (provider: string, services: readonly string[] = ["web"]): object => ({
  access: { rules: { a: { action: "custom", provider, services } } },
});

/** Whom proxies ask or tell, and what they report. */
export const wrongProviders: readonly WrongMesh[] = [
  [
    "an unknown authoriser",
    { providers: { guard }, ...asked("gaurd") },
    "HED2073 access.rules.a.provider",
    /unknown provider "gaurd"; the mesh has: guard/,
    /did you mean "guard"/,
  ],
  [
    "an authoriser where there are no providers",
    asked("guard"),
    "HED2073 access.rules.a.provider",
    /the mesh has: none/,
    /"kind": "elsewhere", "for": "authorisation"/,
  ],
  [
    "a log for an authoriser",
    { providers: { lines: { kind: "file-log" } }, ...asked("lines") },
    "HED2074 access.rules.a.provider",
    /"lines" is for logs \(providers.lines\); allowed: a provider for authorisation/,
  ],
  [
    "an authoriser for the log of a service",
    { providers: { guard }, ...withService("x", { telemetry: { logs: { provider: "guard" } } }) },
    "HED2074 services.x.telemetry.logs.provider",
    /a provider for logs/,
  ],
  [
    "an unknown provider for the traces of a gateway",
    {
      gateways: {
        edge: {
          hosts: { "a.example": { service: "web" } },
          telemetry: { traces: { provider: "spans", sampling: 1 } },
        },
      },
    },
    "HED2073 gateways.edge.telemetry.traces.provider",
    /unknown provider "spans"/,
  ],
  [
    "a provider of an unknown service",
    { providers: { guard: { ...guard, service: "gaurd" } } },
    "HED2001 providers.guard.service",
    /gaurd/,
  ],
  [
    "a provider whose service speaks something else",
    { providers: { guard: { ...guard, service: "db" } } },
    "HED2074 providers.guard.service",
    /"db" has the ports 5432 \(tcp\); allowed for http-authoriser: one that speaks http or http2/,
  ],
  [
    "a provider at another port",
    { providers: { guard: { ...guard, port: 1 } } },
    "HED2074 providers.guard.port",
    /"cart" has the ports 8080 \(http\)/,
  ],
  [
    "a provider without a kind",
    { providers: { guard: { service: "cart" } } },
    "HED1008 providers.guard.kind",
    /http-authoriser, grpc-authoriser, file-log/,
  ],
  [
    "an authoriser that would ask itself",
    { providers: { guard }, ...asked("guard", ["cart"]) },
    "HED2075 access.rules.a.provider",
    /would ask it whether it may be asked/,
  ],
  [
    "an authoriser that cannot be seen",
    {
      providers: { guard: { ...guard, service: "x" } },
      ...asked("guard"),
      ...withService("x", { namespace: "a", visibility: "namespace" }),
    },
    "HED2060 access.rules.a.provider",
    /the proxies of "web" in namespace shop need "x", which is only visible in a/,
  ],
  [
    "an authoriser that is asked by identity",
    {
      providers: { guard },
      access: {
        rules: {
          a: {
            ...{ action: "custom", provider: "guard", services: ["web"] },
            from: [{ ipBlocks: ["10.0.0.0/8"], not: { namespaces: ["a"] } }],
          },
        },
      },
    },
    "HED2077 access.rules.a.from[0].not.namespaces",
    /before the caller's identity is looked at; allowed.*ipBlocks/,
  ],
  [
    "telemetry without a proxy",
    withService("x", { inMesh: false, telemetry: { logs: "off" } }),
    "HED2042 services.x.telemetry",
    /no proxy/,
  ],
  [
    "telemetry of an external service",
    withService("x", { external: "x.example", telemetry: { logs: "off" } }),
    "HED2004 services.x.telemetry",
    /external/,
  ],
  [
    "sampling of more than everything",
    {
      providers: { spans: { kind: "elsewhere", for: "traces" } },
      telemetry: { traces: { provider: "spans", sampling: 101 } },
    },
    "HED1009 telemetry.traces.sampling",
    /0 to 100/,
  ],
  [
    "an alias that is the trust domain",
    { trust: { domain: "shop.example", aliases: ["shop.example"] } },
    "HED2076 trust.aliases[0]",
    /is trust.domain already/,
  ],
  [
    "an alias twice",
    { trust: { domain: "shop.example", aliases: ["a.example", "a.example"] } },
    "HED2076 trust.aliases[1]",
    /is trust.aliases\[0\] already/,
  ],
];

import { withService, type WrongMesh } from "./base-mesh.ts";

const lua = "function envoy_on_request(handle) end";
const wasm = { url: "oci://registry.example/a:1", sha256: "0a".repeat(32) };

/** Code of one's own in proxies. */
export const wrongExtensions: readonly WrongMesh[] = [
  [
    "extensions of an external service",
    withService("x", { external: "x.example", extensions: [{ name: "a", lua }] }),
    "HED2004 services.x.extensions",
    /external/,
  ],
  [
    "extensions without a proxy",
    withService("x", { inMesh: false, extensions: [{ name: "a", lua }] }),
    "HED2042 services.x.extensions",
    /no proxy/,
  ],
  [
    "extensions where nothing is a request",
    withService("x", { port: 1, protocol: "tcp", extensions: [{ name: "a", lua }] }),
    "HED2009 services.x.extensions",
    /allowed on: http/,
  ],
  [
    "extensions of a gateway for connections",
    {
      gateways: {
        edge: { tcp: { db: { port: 5432, service: "db" } }, extensions: [{ name: "a", lua }] },
      },
    },
    "HED2072 gateways.edge.extensions",
    /connections only/,
  ],
  [
    "two extensions of one name",
    withService("x", {
      extensions: [
        { name: "a", lua },
        { name: "a", wasm },
      ],
    }),
    "HED2070 services.x.extensions[1].name",
    /the name of services.x.extensions\[0\] as well/,
  ],
  [
    "extensions in another order than the proxy's",
    withService("x", {
      extensions: [
        { name: "a", lua },
        { name: "b", lua, before: "authorization" },
      ],
    }),
    "HED2071 services.x.extensions[1]",
    /earlier than services.x.extensions\[0\].*authentication, authorization, statistics, router/,
    /in the order in which requests pass/,
  ],
  [
    "a script that does nothing",
    withService("x", { extensions: [{ name: "a", lua: "print(1)" }] }),
    "HED1009 services.x.extensions[0].lua",
    /envoy_on_request or envoy_on_response/,
  ],
  [
    "a script that is too long",
    withService("x", { extensions: [{ name: "a", lua: `${lua}${" ".repeat(65_536)}` }] }),
    "HED1009 services.x.extensions[0].lua",
    /at most 65536/,
  ],
  [
    "a module that is not pinned",
    withService("x", { extensions: [{ name: "a", wasm: { url: wasm.url } }] }),
    "HED1008 services.x.extensions[0].wasm.sha256",
    /64 hexadecimal digits/,
  ],
  [
    "a module over plain HTTP",
    withService("x", { extensions: [{ name: "a", wasm: { ...wasm, url: "http://a.example/b" } }] }),
    "HED1009 services.x.extensions[0].wasm.url",
    /oci:.*https:/,
  ],
  [
    "a pull Secret for what is no image",
    withService("x", {
      extensions: [{ name: "a", wasm: { ...wasm, url: "https://a.example/b", pullSecret: "s" } }],
    }),
    "HED1009 services.x.extensions[0].wasm.pullSecret",
    /only where the url is an image/,
  ],
];

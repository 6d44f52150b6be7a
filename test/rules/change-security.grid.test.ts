import { mtlsDowngrade } from "../../rules/change/mtls-downgrade.ts";
import { mtlsStrictJump } from "../../rules/change/mtls-strict-jump.ts";
import { protocolChanged } from "../../rules/change/protocol-changed.ts";
import { deployment, object, peerAuthentication, service, yaml } from "./manifests.ts";
import { runChangeGrid } from "./run-change-grid.ts";

const cart = yaml(service("cart"), deployment("cart", "v1"));
const mode = (at: string, value: string) => peerAuthentication(at, { mtls: { mode: value } });
const rootStrict = mode("istio-system/default", "STRICT");
const ofCart = (spec: Record<string, unknown>, app = "cart") =>
  peerAuthentication("cart", { selector: { matchLabels: { app } }, ...spec });

runChangeGrid(mtlsDowngrade, [
  ["nothing moves", yaml(cart, rootStrict), yaml(cart, rootStrict), []],
  [
    "mesh to permissive",
    yaml(cart, rootStrict),
    yaml(cart, mode("istio-system/default", "PERMISSIVE")),
    ["fail PeerAuthentication istio-system/default: spec.mtls.mode"],
  ],
  [
    "a permissive namespace is new below a strict mesh",
    yaml(cart, rootStrict),
    yaml(cart, rootStrict, mode("default", "PERMISSIVE")),
    ["fail PeerAuthentication shop/default: spec.mtls.mode"],
  ],
  [
    "permissive to plaintext",
    yaml(cart, mode("default", "PERMISSIVE")),
    yaml(cart, mode("default", "DISABLE")),
    ["fail PeerAuthentication shop/default: spec.mtls.mode"],
  ],
  [
    "a port is opened",
    yaml(cart, ofCart({ mtls: { mode: "STRICT" } })),
    yaml(cart, ofCart({ mtls: { mode: "STRICT" }, portLevelMtls: { 9090: { mode: "DISABLE" } } })),
    ["fail PeerAuthentication shop/cart: spec.mtls.mode"],
  ],
  [
    "removed, and the mesh is strict",
    yaml(cart, rootStrict, mode("default", "STRICT")),
    yaml(cart, rootStrict),
    [],
  ],
  [
    "removed, and nothing else says it",
    yaml(cart, mode("default", "STRICT")),
    cart,
    ["fail PeerAuthentication shop/default: spec.mtls.mode"],
  ],
  [
    "removed together with its workload",
    yaml(cart, ofCart({ mtls: { mode: "STRICT" } })),
    yaml(service("web"), deployment("web", "v1")),
    [],
  ],
  [
    "stronger",
    yaml(cart, mode("default", "PERMISSIVE")),
    yaml(cart, mode("default", "STRICT")),
    [],
  ],
  ["said for the first time", cart, yaml(cart, mode("default", "PERMISSIVE")), []],
]);

const calls = `name: shop
services:
  web: { port: 8080, calls: { cart: {} } }
  cart: { port: 8080 }
trust: { domain: shop.example, mtls: permissive }
`;
const web = (inject: string) =>
  object("apps/v1", "Deployment", "web", {
    template: {
      metadata: {
        labels: { app: "web", ...(inject === "" ? {} : { "sidecar.istio.io/inject": inject }) },
      },
    },
  });
const strict = mode("default", "STRICT");

runChangeGrid(mtlsStrictJump, [
  ["the caller has a proxy", yaml(calls, web("true")), yaml(calls, web("true"), strict), []],
  [
    "the caller has none",
    yaml(calls, web("false")),
    yaml(calls, web("false"), strict),
    ["fail PeerAuthentication shop/default: spec.mtls.mode"],
  ],
  [
    "the caller gets one now",
    yaml(calls, web("false")),
    yaml(calls, web("true"), strict),
    ["fail PeerAuthentication shop/default: spec.mtls.mode"],
  ],
  [
    "nobody knows",
    yaml(calls, web("")),
    yaml(calls, web(""), strict),
    ["unknown PeerAuthentication shop/default: spec.mtls.mode"],
  ],
  ["strict already", yaml(calls, web("false"), strict), yaml(calls, web("false"), strict), []],
]);

const port = (name: string, number = 80, appProtocol?: string) =>
  object("v1", "Service", "cart", {
    selector: { app: "cart" },
    ports: [{ name, port: number, ...(appProtocol === undefined ? {} : { appProtocol }) }],
  });

runChangeGrid(protocolChanged, [
  ["the name keeps the protocol", port("http"), port("http-web"), []],
  ["HTTP to TCP", port("http"), port("tcp"), ["fail Service shop/cart: (root)"]],
  ["by appProtocol", port("http"), port("http", 80, "grpc"), ["fail Service shop/cart: (root)"]],
  ["another port", port("http"), port("tcp", 90), []],
  ["another service", port("http").replace("cart", "web"), port("tcp"), []],
]);

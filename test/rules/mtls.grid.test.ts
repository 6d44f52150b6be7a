import { mtlsConflict } from "../../rules/mtls/mtls-conflict.ts";
import { permissiveMtls } from "../../rules/mtls/permissive-mtls.ts";
import {
  deployment,
  destinationRule,
  object,
  peerAuthentication,
  service,
  yaml,
} from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const cart = yaml(service("cart"), deployment("cart", "v1"), deployment("cart", "v2"));
const strict = peerAuthentication("istio-system/default", { mtls: { mode: "STRICT" } });
const tls = (mode: string) =>
  destinationRule("cart", { host: "cart", trafficPolicy: { tls: { mode } } });

runGrid(permissiveMtls, [
  ["strict", yaml(cart, strict), []],
  [
    "permissive mesh",
    yaml(cart, peerAuthentication("istio-system/default", { mtls: { mode: "PERMISSIVE" } })),
    ["fail PeerAuthentication istio-system/default: spec.mtls.mode"],
  ],
  [
    "permissive namespace below a strict mesh",
    yaml(cart, strict, peerAuthentication("default", { mtls: { mode: "PERMISSIVE" } })),
    ["fail PeerAuthentication shop/default: spec.mtls.mode"],
  ],
  [
    "permissive mesh, but every workload is strict",
    yaml(
      cart,
      peerAuthentication("istio-system/default", { mtls: { mode: "PERMISSIVE" } }),
      peerAuthentication("default", { mtls: { mode: "STRICT" } }),
    ),
    [],
  ],
  [
    "one open port",
    yaml(
      cart,
      peerAuthentication("cart", {
        selector: { matchLabels: { app: "cart" } },
        mtls: { mode: "STRICT" },
        portLevelMtls: { 9090: { mode: "DISABLE" } },
      }),
    ),
    ["fail PeerAuthentication shop/cart: spec.mtls.mode"],
  ],
  [
    "nobody says anything",
    yaml(service("cart"), deployment("cart", "v1")),
    ["unknown Deployment shop/cart-v1: (root)"],
  ],
  [
    "nobody says anything beside the control plane",
    yaml(
      deployment("cart", "v1"),
      object("apps/v1", "Deployment", "istio-system/istiod", {
        template: { metadata: { labels: { app: "istiod", "sidecar.istio.io/inject": "false" } } },
      }),
    ),
    ["fail Deployment shop/cart-v1: (root)"],
  ],
  [
    "nobody says anything beside MeshConfig",
    yaml(
      deployment("cart", "v1"),
      "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: istio, namespace: istio-system }\ndata: { mesh: 'trustDomain: a' }\n",
    ),
    ["fail Deployment shop/cart-v1: (root)"],
  ],
  [
    "the root namespace has policies, and none of the mode",
    yaml(
      deployment("cart", "v1"),
      object("security.istio.io/v1", "AuthorizationPolicy", "istio-system/nothing", {}),
    ),
    ["fail Deployment shop/cart-v1: (root)"],
  ],
  ["outside the mesh nothing is asked for", deployment("cart", "v1", { inject: "false" }), []],
  [
    "an unknown mode",
    yaml(cart, peerAuthentication("istio-system/default", { mtls: { mode: unknownText } })),
    [
      "unknown Deployment shop/cart-v1: (root)",
      "unknown Deployment shop/cart-v2: (root)",
      "unknown PeerAuthentication istio-system/default: spec.mtls.mode",
    ],
  ],
]);

const onPort = (mode: string, port: number, rest: object = {}) =>
  destinationRule("cart", {
    host: "cart",
    trafficPolicy: { ...rest, portLevelSettings: [{ port: { number: port }, tls: { mode } }] },
  });
const place = "DestinationRule shop/cart: spec.trafficPolicy";
const openPort = peerAuthentication("cart", {
  selector: { matchLabels: { app: "cart" } },
  mtls: { mode: "STRICT" },
  portLevelMtls: { 8080: { mode: "DISABLE" } },
});

runGrid(mtlsConflict, [
  [
    "plaintext on one port to strict",
    yaml(cart, strict, onPort("DISABLE", 80)),
    [`fail ${place}.portLevelSettings[0].tls.mode`],
  ],
  [
    "plaintext on a port that the service does not have",
    yaml(cart, strict, onPort("DISABLE", 81)),
    [],
  ],
  [
    "mutual on the one port",
    yaml(cart, strict, onPort("ISTIO_MUTUAL", 80, { tls: { mode: "DISABLE" } })),
    [],
  ],
  [
    "plaintext on one port, and one open port that may be it",
    yaml(cart, openPort, onPort("DISABLE", 80, { tls: { mode: "ISTIO_MUTUAL" } })),
    [`unknown ${place}.portLevelSettings[0].tls.mode`],
  ],
  [
    "plaintext to strict",
    yaml(cart, strict, tls("DISABLE")),
    ["fail DestinationRule shop/cart: spec.trafficPolicy.tls.mode"],
  ],
  [
    "own TLS to strict",
    yaml(cart, strict, tls("SIMPLE")),
    ["fail DestinationRule shop/cart: spec.trafficPolicy.tls.mode"],
  ],
  ["mutual to strict", yaml(cart, strict, tls("ISTIO_MUTUAL")), []],
  [
    "mutual to disabled",
    yaml(cart, peerAuthentication("default", { mtls: { mode: "DISABLE" } }), tls("ISTIO_MUTUAL")),
    ["fail DestinationRule shop/cart: spec.trafficPolicy.tls.mode"],
  ],
  [
    "mutual to no proxy",
    yaml(
      service("cart"),
      deployment("cart", "v1", { inject: "false" }),
      strict,
      tls("ISTIO_MUTUAL"),
    ),
    ["fail DestinationRule shop/cart: spec.trafficPolicy.tls.mode"],
  ],
  [
    "plaintext to permissive",
    yaml(cart, peerAuthentication("default", { mtls: { mode: "PERMISSIVE" } }), tls("DISABLE")),
    [],
  ],
  [
    "plaintext to a server without a proxy",
    yaml(service("cart"), deployment("cart", "v1", { inject: "false" }), strict, tls("DISABLE")),
    [],
  ],
  [
    "plaintext, and nobody knows of a proxy",
    yaml(service("cart"), deployment("cart", "v1", { inject: "" }), strict, tls("DISABLE")),
    ["unknown DestinationRule shop/cart: spec.trafficPolicy.tls.mode"],
  ],
  [
    "mutual to an external service",
    yaml(
      object("networking.istio.io/v1", "ServiceEntry", "api", { hosts: ["api.example.com"] }),
      destinationRule("api", {
        host: "api.example.com",
        trafficPolicy: { tls: { mode: "ISTIO_MUTUAL" } },
      }),
    ),
    ["fail DestinationRule shop/api: spec.trafficPolicy.tls.mode"],
  ],
  [
    "a rule for all hosts of the namespace",
    yaml(
      cart,
      strict,
      destinationRule("cart", {
        host: "*.shop.svc.cluster.local",
        trafficPolicy: { tls: { mode: "DISABLE" } },
      }),
    ),
    ["fail DestinationRule shop/cart: spec.trafficPolicy.tls.mode"],
  ],
  [
    "an unknown mode of clients",
    yaml(cart, strict, tls(unknownText)),
    ["unknown DestinationRule shop/cart: spec.trafficPolicy.tls.mode"],
  ],
]);

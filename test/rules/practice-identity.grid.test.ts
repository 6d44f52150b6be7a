import { callerOutsideMesh } from "../../rules/mtls/caller-outside-mesh.ts";
import { permissiveWithoutEnd } from "../../rules/mtls/permissive-without-end.ts";
import { selfSignedAuthority } from "../../rules/mtls/self-signed-authority.ts";
import { serverSpeaksFirst } from "../../rules/mtls/server-speaks-first.ts";
import { object, peerAuthentication, service, yaml } from "./manifests.ts";
import { outside, pod } from "./pod.ts";
import { runGrid } from "./run-grid.ts";

const strict = peerAuthentication("default", { mtls: { mode: "STRICT" } });
const permissive = (annotations: string) =>
  `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: { name: default, namespace: shop, annotations: { ${annotations} } }\nspec: { mtls: { mode: PERMISSIVE } }\n`;

runGrid(permissiveWithoutEnd, [
  ["strict", strict, []],
  [
    "a day that is over",
    permissive('heddle.dev/expires: "2020-01-01"'),
    ["fail PeerAuthentication shop/default: spec.mtls.mode"],
  ],
  ["a day of another tool", permissive('policies.example.com/expiry-date: "2999-01-01"'), []],
  [
    "another annotation",
    permissive('owner: "shop"'),
    ["fail PeerAuthentication shop/default: spec.mtls.mode"],
  ],
]);

const calling = (value: string) => ({ env: [{ name: "URL", value }] });
const servers = yaml(strict, service("cart"), pod("cart"));

runGrid(callerOutsideMesh, [
  [
    "a URL in the arguments",
    yaml(
      servers,
      pod("legacy/web", {
        labels: outside,
        container: { args: ["--cart=http://cart.shop.svc.cluster.local/x"] },
      }),
    ),
    ["fail Deployment legacy/web: spec.template.spec.containers[0].args[0]"],
  ],
  [
    "another port",
    yaml(
      servers,
      pod("legacy/web", { labels: outside, container: calling("http://cart.shop:81") }),
    ),
    [],
  ],
  [
    "a host of the internet",
    yaml(
      servers,
      pod("legacy/web", { labels: outside, container: calling("http://cart.shop.example.com") }),
    ),
    [],
  ],
  [
    "nobody knows whether it is in the mesh",
    yaml(
      servers,
      object("apps/v1", "Deployment", "legacy/web", {
        template: {
          metadata: { labels: { app: "web" } },
          spec: { containers: [{ name: "a", image: "a", ...calling("http://cart.shop") }] },
        },
      }),
    ),
    [],
  ],
  [
    "the network of the node",
    yaml(servers, pod("web", { spec: { hostNetwork: true }, container: calling("http://cart") })),
    ["fail Deployment shop/web: spec.template.spec.containers[0].env[0]"],
  ],
  [
    "a port past the proxy",
    yaml(
      servers,
      pod("web", {
        annotations: { "traffic.sidecar.istio.io/excludeOutboundPorts": "443, 80" },
        container: calling("http://cart"),
      }),
    ),
    ["fail Deployment shop/web: spec.template.spec.containers[0].env[0]"],
  ],
  [
    "plaintext is taken",
    yaml(
      peerAuthentication("default", { mtls: { mode: "PERMISSIVE" } }),
      service("cart"),
      pod("cart"),
      pod("legacy/web", { labels: outside, container: calling("http://cart.shop") }),
    ),
    [],
  ],
  [
    "an ingress controller",
    yaml(
      servers,
      pod("ingress/ingress-nginx", { labels: outside }),
      object("networking.k8s.io/v1", "Ingress", "cart", {
        rules: [
          { http: { paths: [{ backend: { service: { name: "cart", port: { number: 80 } } } }] } },
        ],
      }),
    ),
    ["fail Ingress shop/cart: spec.rules[0].http.paths[0].backend.service"],
  ],
  [
    "an ingress controller in the mesh",
    yaml(
      servers,
      pod("ingress/ingress-nginx"),
      object("networking.k8s.io/v1", "Ingress", "cart", {
        rules: [
          { http: { paths: [{ backend: { service: { name: "cart", port: { number: 80 } } } }] } },
        ],
      }),
    ),
    [],
  ],
]);

const listening = (port: object) =>
  object("v1", "Service", "mail", { selector: { app: "mail" }, ports: [port] });

runGrid(serverSpeaksFirst, [
  [
    "nobody says a mode, and it may be said elsewhere",
    yaml(listening({ name: "x", port: 22 }), pod("mail")),
    ["unknown Service shop/mail: spec.ports[0]"],
  ],
  [
    "a client that speaks first",
    yaml(permissive(""), listening({ name: "x", port: 5432 }), pod("mail")),
    [],
  ],
  ["mTLS only", yaml(strict, listening({ name: "x", port: 22 }), pod("mail")), []],
  [
    "a port that Istio knows",
    yaml(permissive(""), listening({ name: "x", port: 3306 }), pod("mail")),
    [],
  ],
  [
    "an image",
    yaml(
      permissive(""),
      listening({ name: "db", port: 3307 }),
      pod("mail", {
        container: { image: "registry.example/mysql:8", ports: [{ containerPort: 3307 }] },
      }),
    ),
    ["fail Service shop/mail: spec.ports[0]"],
  ],
  [
    "an appProtocol",
    yaml(permissive(""), listening({ name: "x", port: 22, appProtocol: "tcp" }), pod("mail")),
    [],
  ],
  [
    "no proxy",
    yaml(permissive(""), listening({ name: "x", port: 22 }), pod("mail", { labels: outside })),
    [],
  ],
]);

const istiod = (env: readonly object[] = []) =>
  object("apps/v1", "Deployment", "istio-system/istiod", {
    template: {
      metadata: { labels: { app: "istiod" } },
      spec: { containers: [{ name: "discovery", image: "pilot", env }] },
    },
  });

runGrid(selfSignedAuthority, [
  ["no control plane", pod("cart"), []],
  [
    "its own Secret",
    object("v1", "Secret", "istio-system/istio-ca-secret"),
    ["fail Secret istio-system/istio-ca-secret: (root)"],
  ],
  [
    "a Secret that somebody put there",
    yaml(istiod(), object("v1", "Secret", "istio-system/cacerts")),
    [],
  ],
  ["another authority", istiod([{ name: "EXTERNAL_CA", value: "ISTIOD_RA_KUBERNETES_API" }]), []],
  ["istio-csr", yaml(istiod([{ name: "ENABLE_CA_SERVER", value: "false" }])), []],
]);

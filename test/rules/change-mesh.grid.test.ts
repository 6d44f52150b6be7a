import { deadlineCut } from "../../rules/change/deadline-cut.ts";
import { egressClosed } from "../../rules/change/egress-closed.ts";
import { loadBalancerReplaced } from "../../rules/change/load-balancer-replaced.ts";
import { trustDomainChanged } from "../../rules/change/trust-domain-changed.ts";
import { object, service, to, virtualService, yaml } from "./manifests.ts";
import { runChangeGrid } from "./run-change-grid.ts";

type Fields = Readonly<Record<string, unknown>>;
const networking = "networking.istio.io/v1";

const mesh = (config: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "${config}" }
`;
const model = (domain: string) => `name: shop
trust: { domain: ${domain} }
services: { cart: { port: 8080 } }
`;

runChangeGrid(trustDomainChanged, [
  [
    "without alias",
    mesh("trustDomain: a.example"),
    mesh("trustDomain: b.example"),
    ["fail ConfigMap istio-system/istio: (root)"],
  ],
  [
    "from the default",
    mesh("enableTracing: true"),
    mesh("trustDomain: b.example"),
    ["fail ConfigMap istio-system/istio: (root)"],
  ],
  [
    "with alias",
    mesh("trustDomain: a.example"),
    mesh("{ trustDomain: b.example, trustDomainAliases: [a.example] }"),
    [],
  ],
  ["of a mesh of Heddle", model("a.example"), model("b.example"), ["fail mesh shop: trust.domain"]],
  ["nothing says it", service("cart"), mesh("trustDomain: b.example"), []],
]);

const external = `name: shop
trust: { domain: shop.example }
services:
  cart: { port: 8080, calls: { payments: {} } }
  payments: { port: 443, external: api.payments.example }
`;
const closed = mesh("outboundTrafficPolicy: { mode: REGISTRY_ONLY }");
const open = mesh("outboundTrafficPolicy: { mode: ALLOW_ANY }");
const entry = object(networking, "ServiceEntry", "payments", {
  hosts: ["api.payments.example"],
  ports: [{ number: 443, name: "tls", protocol: "TLS" }],
});
const inside = `name: shop
trust: { domain: shop.example }
services:
  web: { port: 8080, calls: { cart: {} } }
  cart: { port: 8080 }
`;
const sidecar = (...hosts: readonly string[]) =>
  object(networking, "Sidecar", "default", { egress: [{ hosts }] });

runChangeGrid(egressClosed, [
  [
    "a host that nobody names",
    yaml(external, open),
    yaml(external, closed),
    ["fail ConfigMap istio-system/istio: (root)"],
  ],
  ["a host with an entry", yaml(external, open), yaml(external, closed, entry), []],
  ["closed before", yaml(external, closed), yaml(external, closed), []],
  ["nobody says who calls", open, closed, ["unknown ConfigMap istio-system/istio: (root)"]],
  ["opened", closed, open, []],
  [
    "a Sidecar imports less",
    yaml(inside, sidecar("*/*")),
    yaml(inside, sidecar("istio-system/*")),
    ["fail Sidecar shop/default: spec.egress"],
  ],
  ["a Sidecar imports enough", yaml(inside, sidecar("*/*")), yaml(inside, sidecar("./*")), []],
  [
    "by the name of the host",
    inside,
    yaml(inside, sidecar("shop/cart.shop.svc.cluster.local")),
    [],
  ],
]);

const balancer = (at: string, fields: Fields = {}) =>
  object("v1", "Service", at, { type: "LoadBalancer", selector: { istio: "edge" }, ...fields });

runChangeGrid(loadBalancerReplaced, [
  ["kept", balancer("edge"), balancer("edge"), []],
  ["renamed", balancer("edge"), balancer("door"), ["fail Service shop/edge: (root)"]],
  ["removed", balancer("edge"), service("cart"), ["fail Service shop/edge: (root)"]],
  [
    "another type",
    balancer("edge"),
    balancer("edge", { type: "ClusterIP" }),
    ["fail Service shop/edge: spec.type"],
  ],
  [
    "another class",
    balancer("edge"),
    balancer("edge", { loadBalancerClass: "other" }),
    ["fail Service shop/edge: spec.loadBalancerClass"],
  ],
  ["a plain service", service("cart"), service("web"), []],
]);

runChangeGrid(deadlineCut, [
  [
    "half",
    virtualService("cart", { timeout: "4s", route: [to("cart")] }),
    virtualService("cart", { timeout: "2s", route: [to("cart")] }),
    [],
  ],
  [
    "less than half",
    virtualService("cart", { timeout: "4s", route: [to("cart")] }),
    virtualService("cart", { timeout: "1.9s", route: [to("cart")] }),
    ["fail VirtualService shop/cart: spec.http[0]"],
  ],
  [
    "many more retries",
    virtualService("cart", { retries: { attempts: 1 }, route: [to("cart")] }),
    virtualService("cart", { retries: { attempts: 4 }, route: [to("cart")] }),
    ["fail VirtualService shop/cart: spec.http[0]"],
  ],
  [
    "the first deadline",
    virtualService("cart", { route: [to("cart")] }),
    virtualService("cart", { timeout: "1s", route: [to("cart")] }),
    [],
  ],
]);

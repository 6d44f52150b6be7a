import { selectorWithoutWorkload } from "../../rules/access/selector-without-workload.ts";
import { listenerOfSeveralGateways } from "../../rules/gateway-api/listener-of-several-gateways.ts";
import { unknownParent } from "../../rules/gateway-api/unknown-parent.ts";
import { unknownBackend } from "../../rules/gateway-api/unknown-backend.ts";
import { routeOfOtherProtocol } from "../../rules/gateway/route-of-other-protocol.ts";
import { gatewaySelectorWithoutWorkload } from "../../rules/gateway/selector-without-workload.ts";
import { unknownHost } from "../../rules/destinations/unknown-host.ts";
import { conflictingProtocols } from "../../rules/service-entries/conflicting-protocols.ts";
import { requestAuthentication } from "../../rules/schema/request-authentication.ts";
import { proxyUser } from "../../rules/workloads/proxy-user.ts";
import { object, service, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

// What public samples do, and what tells it from the fault.

const gateway = (at: string, spec: object) =>
  object("gateway.networking.k8s.io/v1", "Gateway", at, { gatewayClassName: "istio", ...spec });
const named = (at: string, name: string) =>
  gateway(at, {}).replace(
    "metadata:",
    `metadata:\n  annotations: { gateway.istio.io/name-override: ${name} }`,
  );
const toEgress = object("gateway.networking.k8s.io/v1", "HTTPRoute", "out", {
  rules: [{ backendRefs: [{ name: "egress-istio", port: 80 }] }],
});
const lost = ["fail HTTPRoute shop/out: spec.rules[0].backendRefs[0]"];
const byName = { addresses: [{ type: "Hostname", value: "egress.edge" }] };

runGrid(unknownBackend, [
  ["made for a Gateway", yaml(service("web"), gateway("egress", {}), toEgress), []],
  [
    "for one of another namespace",
    yaml(service("web"), gateway("edge/egress", {}), toEgress),
    lost,
  ],
  ["by another name", yaml(service("web"), named("egress", "out"), toEgress), lost],
  ["by this name", yaml(service("web"), named("out", "egress-istio"), toEgress), []],
  ["deployed by hand", yaml(service("web"), gateway("egress", byName), toEgress), lost],
]);

const rule = (host: string) =>
  object("networking.istio.io/v1", "DestinationRule", "egress", { host });
const waypoint = object("gateway.networking.k8s.io/v1", "Gateway", "way", {
  gatewayClassName: "istio-waypoint",
});

runGrid(unknownHost, [
  ["a waypoint", yaml(service("web"), waypoint, rule("way")), []],
  [
    "with its class",
    yaml(service("web"), waypoint, rule("way-istio-waypoint")),
    ["fail DestinationRule shop/egress: spec.host"],
  ],
]);

const listeners = [{ name: "http", hostname: "*.shop.example", port: 80, protocol: "HTTP" }];
const atAddress = (at: string, value: string) =>
  gateway(at, { listeners, infrastructure: { annotations: { "lb.example/address": value } } });
const place = "spec.listeners[0].hostname";

runGrid(listenerOfSeveralGateways, [
  ["told apart", yaml(atAddress("inside", "10.0.0.1"), atAddress("outside", "10.0.0.2")), []],
  [
    "not told apart",
    yaml(gateway("one", { listeners }), gateway("two", { listeners })),
    [`fail Gateway shop/one: ${place}`, `fail Gateway shop/two: ${place}`],
  ],
  ["two states", yaml(gateway("one", { listeners }), gateway("one", { listeners })), []],
]);

const server = (protocol: string, tls?: object) =>
  object("networking.istio.io/v1", "Gateway", "edge", {
    servers: [
      { port: { number: 443, name: "p", protocol }, hosts: ["a.example"], ...(tls && { tls }) },
    ],
  });
const tlsRoutes = object("networking.istio.io/v1", "VirtualService", "a", {
  hosts: ["a.example"],
  gateways: ["edge"],
  tls: [{ match: [{ sniHosts: ["a.example"] }] }],
});
const misfit = ["fail VirtualService shop/a: spec.tls"];

runGrid(routeOfOtherProtocol, [
  ["the default of mode passes TLS on", yaml(server("TLS", {}), tlsRoutes), []],
  ["TLS ends there", yaml(server("TLS", { mode: "SIMPLE" }), tlsRoutes), misfit],
  ["no TLS", yaml(server("HTTP", { httpsRedirect: true }), tlsRoutes), misfit],
]);

const selected = (istio: string) =>
  object("networking.istio.io/v1", "Gateway", "edge", { selector: { istio } });
const pod = object("v1", "Pod", "p", { containers: [{ name: "c" }] });

runGrid(gatewaySelectorWithoutWorkload, [
  ["the gateway of a managed mesh", yaml(pod, selected("aks-istio-ingressgateway-external")), []],
  ["no gateway", yaml(pod, selected("nothing")), ["fail Gateway shop/edge: spec.selector"]],
]);

const api = (at: string, protocol: string) =>
  object("networking.istio.io/v1", "ServiceEntry", at, {
    hosts: ["api.example"],
    ports: [{ number: 443, name: "p", protocol }],
  });

runGrid(conflictingProtocols, [
  ["two states of one entry", yaml(api("a", "TLS"), api("a", "HTTPS")), []],
  [
    "two entries",
    yaml(api("a", "TLS"), api("b", "HTTPS")),
    [
      "fail ServiceEntry shop/a: spec.ports[0].protocol",
      "fail ServiceEntry shop/b: spec.ports[0].protocol",
    ],
  ],
]);

const asProxy = (...names: readonly string[]) =>
  object("v1", "Pod", "p", {
    securityContext: { runAsUser: 1337 },
    containers: names.map((name) => ({ name, image: "auto" })),
  });

runGrid(proxyUser, [
  ["a pod of nothing but a proxy", asProxy("istio-proxy"), []],
  [
    "an application beside it",
    asProxy("istio-proxy", "app"),
    ["fail Pod shop/p: spec.securityContext.runAsUser"],
  ],
]);

const keysAt = (jwksUri: string) =>
  object("security.istio.io/v1", "RequestAuthentication", "jwt", {
    jwtRules: [{ issuer: "https://sso.example", jwksUri }],
  });
const noAddress = ["fail RequestAuthentication shop/jwt: spec.jwtRules[0].jwksUri"];

runGrid(requestAuthentication, [
  ["a place to fill in", keysAt("https://%SSO%/certs"), noAddress],
  ["an escaped character", keysAt("https://sso.example/a%20b?c=%"), []],
]);

const release = (at: string, spec: object = {}) =>
  object("helm.toolkit.fluxcd.io/v2", "HelmRelease", at, { chart: {}, ...spec });
const application = object("argoproj.io/v1alpha1", "Application", "argocd/more", {
  destination: { namespace: "shop" },
});
const toMore = object("gateway.networking.k8s.io/v1", "HTTPRoute", "out", {
  rules: [{ backendRefs: [{ name: "more", port: 80 }] }],
});
const releaseOfPulumi =
  "apiVersion: helm.sh/v3\nkind: Release\nmetadata: { name: more }\nnamespace: shop\n";
const open = ["unknown HTTPRoute shop/out: spec.rules[0].backendRefs[0]"];

runGrid(unknownBackend, [
  ["a chart of this namespace", yaml(service("web"), release("more"), toMore), open],
  [
    "a chart for this namespace",
    yaml(service("web"), release("flux/more", { targetNamespace: "shop" }), toMore),
    open,
  ],
  ["a release of Pulumi for it", yaml(service("web"), releaseOfPulumi, toMore), open],
  ["an application for it", yaml(service("web"), application, toMore), open],
  ["a chart of another one", yaml(service("web"), release("other/more"), toMore), lost],
]);

runGrid(gatewaySelectorWithoutWorkload, [
  [
    "a chart may bring the gateway",
    yaml(pod, release("edge/gateway"), selected("gateway")),
    ["unknown Gateway shop/edge: spec.selector"],
  ],
]);

const denied = object("security.istio.io/v1", "AuthorizationPolicy", "cart", {
  selector: { matchLabels: { app: "cart" } },
});
const dead = (outcome: string) => [`${outcome} AuthorizationPolicy shop/cart: spec.selector`];

runGrid(selectorWithoutWorkload, [
  ["no such workload", yaml(pod, denied), dead("fail")],
  ["a chart may bring it", yaml(pod, release("cart"), denied), dead("unknown")],
  [
    "a gateway that Helm deploys by this name",
    yaml(pod, selected("edge"), denied.replace("app: cart", "istio: edge")),
    [],
  ],
  [
    "any other",
    yaml(pod, selected("out"), denied.replace("app: cart", "istio: out")),
    dead("fail"),
  ],
]);

const attached = object("gateway.networking.k8s.io/v1", "HTTPRoute", "out", {
  parentRefs: [{ name: "edge", namespace: "network" }],
});
const without = gateway("edge", {}).replace("  namespace: shop\n", "");
const parent = "HTTPRoute shop/out: spec.parentRefs[0]";

runGrid(unknownParent, [
  ["in another namespace", yaml(gateway("edge", {}), attached), [`fail ${parent}`]],
  ["gets its namespace at the deploy", yaml(without, attached), [`unknown ${parent}`]],
]);

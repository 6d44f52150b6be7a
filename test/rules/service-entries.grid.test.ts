import { addressesRequired } from "../../rules/service-entries/addresses-required.ts";
import { conflictingProtocols } from "../../rules/service-entries/conflicting-protocols.ts";
import { hijackedService } from "../../rules/service-entries/hijacked-service.ts";
import { staticWithoutEndpoints } from "../../rules/service-entries/static-without-endpoints.ts";
import { object, service, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const entry = (at: string, spec: Record<string, unknown>) =>
  object("networking.istio.io/v1", "ServiceEntry", at, spec);
const se = "ServiceEntry shop/api: spec";
const port = (protocol?: string) => ({ number: 443, name: "p", ...(protocol && { protocol }) });
const api = (at: string, protocol: string, exportTo: readonly string[] = []) =>
  entry(at, { hosts: ["api.example"], ports: [port(protocol)], exportTo });
const metadata = { ISTIO_META_DNS_CAPTURE: "true", ISTIO_META_DNS_AUTO_ALLOCATE: "true" };
const meshOf = (proxyMetadata: Record<string, string>) =>
  object("v1", "ConfigMap", "istio-system/istio") +
  `data: { mesh: '${JSON.stringify({ defaultConfig: { proxyMetadata } })}' }\n`;

runGrid(addressesRequired, [
  ["TCP", entry("api", { ports: [port("TCP")] }), [`fail ${se}.ports[0]`]],
  ["no protocol", entry("api", { ports: [port()] }), [`fail ${se}.ports[0]`]],
  ["TLS", entry("api", { ports: [port("TLS")] }), []],
  ["with addresses", entry("api", { ports: [port("tcp")], addresses: ["192.0.2.1"] }), []],
  ["the mesh allocates", yaml(meshOf(metadata), entry("api", { ports: [port("TCP")] })), []],
  [
    "the mesh only answers DNS",
    yaml(meshOf({ ISTIO_META_DNS_CAPTURE: "true" }), entry("api", { ports: [port("TCP")] })),
    [`fail ${se}.ports[0]`],
  ],
]);

const both = [
  "fail ServiceEntry other/api: spec.ports[0].protocol",
  `fail ${se}.ports[0].protocol`,
];

runGrid(conflictingProtocols, [
  ["for everybody", yaml(api("api", "TLS"), api("other/api", "HTTP")), both],
  ["case does not matter", yaml(api("api", "TLS"), api("other/api", "tls")), []],
  ["each for itself", yaml(api("api", "TLS", ["."]), api("other/api", "HTTP", ["."])), []],
  ["one for everybody", yaml(api("api", "TLS", ["."]), api("other/api", "HTTP")), both],
]);

const host = "cart.shop.svc.cluster.local";

runGrid(hijackedService, [
  [
    "of another namespace",
    yaml(service("cart"), entry("other/x", { hosts: [host] })),
    ["fail ServiceEntry other/x: spec.hosts[0]"],
  ],
  ["of its own namespace", yaml(service("cart"), entry("x", { hosts: [host] })), []],
]);

runGrid(staticWithoutEndpoints, [
  ["none", entry("api", { resolution: "STATIC" }), [`fail ${se}.resolution`]],
  ["endpoints", entry("api", { resolution: "STATIC", endpoints: [{ address: "192.0.2.1" }] }), []],
  [
    "a selector",
    entry("api", { resolution: "STATIC", workloadSelector: { labels: { a: "b" } } }),
    [],
  ],
  ["by DNS", entry("api", { resolution: "DNS" }), []],
]);

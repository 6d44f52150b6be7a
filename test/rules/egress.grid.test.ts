import { allowAny } from "../../rules/egress/allow-any.ts";
import { doubleTls } from "../../rules/egress/double-tls.ts";
import { httpsPortAsHttp } from "../../rules/egress/https-port-as-http.ts";
import { modeUnset } from "../../rules/egress/mode-unset.ts";
import { unverified } from "../../rules/egress/unverified.ts";
import { wildcardHost } from "../../rules/egress/wildcard-host.ts";
import { destinationRule, object, to, virtualService, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

type Port = { number: number; protocol: string; targetPort?: number };
const entry = (ports: readonly Port[], more: object = {}) =>
  object("networking.istio.io/v1", "ServiceEntry", "bank", {
    hosts: ["bank.example"],
    location: "MESH_EXTERNAL",
    resolution: "DNS",
    ports: ports.map((each) => ({ name: `p${String(each.number)}`, ...each })),
    ...more,
  });
const http = { number: 80, protocol: "HTTP" };
const https = { number: 443, protocol: "HTTPS" };
const tls = { mode: "SIMPLE", sni: "bank.example" };
const originate = (trafficPolicy: object, host = "bank.example") =>
  destinationRule("bank", { host, trafficPolicy });

runGrid(httpsPortAsHttp, [
  ["plaintext at 80", entry([http]), []],
  [
    "80 that leads to 443",
    entry([{ ...http, targetPort: 443 }]),
    ["fail ServiceEntry shop/bank: spec.ports[0].protocol"],
  ],
  [
    "TLS by a wildcard",
    yaml(entry([{ ...http, number: 443 }]), originate({ tls }, "*.example")),
    [],
  ],
  [
    "TLS for one port",
    yaml(
      entry([{ ...http, targetPort: 443 }]),
      originate({ portLevelSettings: [{ port: { number: 80 }, tls }] }),
    ),
    [],
  ],
  ["443 of the mesh", entry([{ ...http, number: 443 }], { location: "MESH_INTERNAL" }), []],
  [
    "endpoints of its own",
    entry([{ ...http, number: 443 }], {
      endpoints: [{ address: "192.0.2.1", ports: { p443: 80 } }],
    }),
    [],
  ],
]);

runGrid(doubleTls, [
  [
    "TLS at the port of HTTP only",
    yaml(entry([http, https]), originate({ portLevelSettings: [{ port: { number: 80 }, tls }] })),
    [],
  ],
  ["TLS for all of two ports is not decided", yaml(entry([http, https]), originate({ tls })), []],
  [
    "TLS at the port of HTTPS",
    yaml(entry([http, https]), originate({ portLevelSettings: [{ port: { number: 443 }, tls }] })),
    ["fail DestinationRule shop/bank: spec.trafficPolicy.portLevelSettings[0].tls.mode"],
  ],
  [
    "a gateway on the way out starts it",
    yaml(
      entry([https]),
      originate({ tls }),
      virtualService("bank", { route: [to("bank.example")] }),
    ),
    [],
  ],
]);

runGrid(unverified, [
  ["mTLS of the mesh", originate({ tls: { mode: "ISTIO_MUTUAL", insecureSkipVerify: true } }), []],
  [
    "of one port",
    originate({
      portLevelSettings: [{ port: { number: 80 }, tls: { ...tls, insecureSkipVerify: true } }],
    }),
    [
      "fail DestinationRule shop/bank: spec.trafficPolicy.portLevelSettings[0].tls.insecureSkipVerify",
    ],
  ],
]);

runGrid(wildcardHost, [
  ["hosts of the cluster", entry([https], { hosts: ["*.local"] }), []],
  ["everything", entry([https], { hosts: ["*"] }), ["fail ServiceEntry shop/bank: spec.hosts[0]"]],
]);

const sidecar = (spec: object) =>
  object("networking.istio.io/v1", "Sidecar", "default", { ...spec });

runGrid(allowAny, [["nothing is said", sidecar({ egress: [{ hosts: ["./*"] }] }), []]]);
runGrid(modeUnset, [
  ["nothing is said", sidecar({ egress: [{ hosts: ["./*"] }] }), []],
  ["a mode", sidecar({ outboundTrafficPolicy: { mode: "ALLOW_ANY" } }), []],
]);

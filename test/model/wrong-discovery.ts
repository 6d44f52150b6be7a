import { withService, type WrongMesh } from "./base-mesh.ts";

/** What services hear of, and who hears of them. */
export const wrongDiscovery: readonly WrongMesh[] = [
  [
    "hosts besides all",
    withService("x", { discovery: { also: ["tracing/*"] } }),
    "HED1041 services.x.discovery.also",
    /"x" hear of every host already/,
    /declared-calls/,
  ],
  [
    "hosts besides all of the mesh",
    { discovery: { also: ["tracing/*"] } },
    "HED1041 discovery.also",
    /all proxies of the mesh/,
  ],
  [
    "discovery without a proxy",
    withService("x", { inMesh: false, discovery: { scope: "declared-calls" } }),
    "HED2042 services.x.discovery",
    /no proxy/,
  ],
  [
    "discovery of an external service",
    withService("x", { external: "x.example", discovery: { scope: "all" } }),
    "HED2004 services.x.discovery",
    /external/,
  ],
  [
    "a call to what cannot be seen",
    withService("x", { visibility: "namespace", namespace: "a" }, { y: { calls: { x: {} } } }),
    "HED2060 services.y.calls.x",
    /"y" in namespace shop sends to "x", which is only visible in a, as services.x.visibility/,
    /add shop to services.x.visibility/,
  ],
  [
    "a call to what mirrors to what cannot be seen",
    {
      ...withService("x", { visibility: ["b"], namespace: "a" }),
      routes: { cart: { mirror: { service: "x" } } },
    },
    "HED2060 services.web.calls.cart",
    /sends to "cart", which mirrors to "x", which is only visible in a, b/,
  ],
  [
    "a gateway to what cannot be seen",
    {
      ...withService("x", { visibility: "namespace" }),
      gateways: { edge: { namespace: "doors", hosts: { "a.example": { service: "x" } } } },
    },
    'HED2060 gateways.edge.hosts["a.example"].service',
    /the gateway "edge" in namespace doors/,
  ],
  [
    "a way out that cannot see it",
    {
      ...withService("x", {
        visibility: "namespace",
        external: { hosts: ["x.example"], through: "out" },
      }),
      gateways: { out: { namespace: "doors", kind: "egress" } },
    },
    "HED2060 services.x.external.through",
    /the gateway "out"/,
  ],
  [
    "a port of a headless service with another target",
    withService("x", { headless: true, ports: { http: { number: 80, target: 8080 } } }),
    "HED2061 services.x.ports.http.target",
    /got 8080 for port 80 of "x".*allowed: 80/,
  ],
  [
    "a split of a headless service that is called",
    {
      ...withService("x", { headless: true, versions: ["a"] }, { y: { calls: { x: {} } } }),
      routes: { x: { split: { a: 100 } } },
    },
    "HED2062 routes.x.split",
    /a split for "x", which is headless: who calls \(services.y.calls.x\)/,
    /remove headless from "x"/,
  ],
  [
    "load balancing of a headless service that is called",
    withService(
      "x",
      { headless: true, policy: { loadBalancing: "random", outlierDetection: "off" } },
      { y: { calls: { x: {} } } },
    ),
    "HED2062 services.x.policy.loadBalancing",
    /loadBalancing for "x"/,
  ],
  [
    "copies for a headless service",
    { ...withService("x", { headless: true }), routes: { cart: { mirror: { service: "x" } } } },
    "HED2062 routes.cart.mirror",
    /services.web.calls.cart/,
  ],
  [
    "a headless service outside",
    withService("x", { headless: true, external: "x.example" }),
    "HED2004 services.x.headless",
    /external/,
  ],
  [
    "a machine of an unknown version",
    withService("x", { versions: ["a"], machines: { m: { address: "192.0.2.1", version: "b" } } }),
    "HED2002 services.x.machines.m.version",
    /unknown version "b" of "x"; it has: a/,
  ],
  [
    "a machine without a version",
    withService("x", { versions: ["a"], machines: { m: { address: "192.0.2.1" } } }),
    "HED2063 services.x.machines.m",
    /"x" has versions/,
    /version: a/,
  ],
  [
    "two machines with one address",
    withService("x", { machines: { m: { address: "192.0.2.1" }, n: { address: "192.0.2.1" } } }),
    "HED2063 services.x.machines.n.address",
    /that of services.x.machines.m already/,
  ],
  [
    "a machine with a port that its service has not",
    withService("x", { machines: { m: { address: "192.0.2.1", ports: { htp: 80 } } } }),
    "HED2005 services.x.machines.m.ports.htp",
    /"x" has no port "htp"; it has: http/,
    /did you mean "http"/,
  ],
  [
    "a probe that asks in fractions of a second",
    withService("x", { machineGroup: { ready: { interval: "1500ms" } } }),
    "HED1010 services.x.machineGroup.ready.interval",
    /whole seconds/,
  ],
  [
    "machines of a headless service",
    withService("x", { headless: true, machines: { m: { address: "192.0.2.1" } } }),
    "HED2063 services.x.machines",
    /knows no machines/,
  ],
  [
    "a group without proxies",
    withService("x", { inMesh: false, machineGroup: {} }),
    "HED2042 services.x.machineGroup",
    /no proxy/,
  ],
  [
    "a machine by name",
    withService("x", { machines: { m: { address: "rack.example" } } }),
    "HED1009 services.x.machines.m.address",
    /got "rack.example"; allowed: an IP address/,
  ],
];

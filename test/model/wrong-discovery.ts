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
];

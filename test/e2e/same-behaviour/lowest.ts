import type { Manifest } from "../../../graph/index.ts";
import type { MeshDefinition } from "../../../model/index.ts";
import { namespaces } from "./namespaces.ts";

/** What even an Ingress can say, before the workloads that Istio's copy of the mesh has. */
export const lowestMesh: MeshDefinition = {
  name: "lowest",
  namespace: namespaces.istio,
  trust: { domain: "same.example", mtls: "permissive" },
  services: { web: { versions: ["v1", "v2"] }, api: {} },
  routes: {
    web: {
      split: { v1: 100 },
      rules: [
        { name: "first", matches: [{ path: { prefix: "/api/v1/" } }], split: { v1: 100 } },
        { name: "api", matches: [{ path: { prefix: "/api/" } }], split: { v2: 100 } },
        { name: "health", matches: [{ path: "/health" }], split: { v2: 100 } },
      ],
    },
    api: {
      rules: [
        { name: "led", matches: [{ path: { prefix: "/led/" } }], services: { web: { v2: 100 } } },
      ],
    },
  },
  gateways: {
    lowest: {
      hosts: {
        "lowest.example": { service: "web", tls: { secret: "lowest-cert" } },
        "lowest-parts.example": { service: "api", paths: { "/api": "web", "/api/help": "api" } },
      },
    },
  },
};

/** Paths, and the version that answers each of them. */
export const lowestPaths: readonly (readonly [string, "v1" | "v2"])[] = [
  ["/", "v1"],
  ["/health", "v2"],
  ["/health/x", "v1"],
  ["/api", "v1"],
  ["/api/", "v2"],
  ["/api/a?b=c", "v2"],
  ["/apis", "v1"],
  ["/api/v1", "v2"],
  ["/api/v1/a", "v1"],
  ["/api/v12", "v2"],
];

/** Paths of the host of which parts are handed over, with the version that answers: `api` has but one. */
export const lowestParts: readonly (readonly [string, "v1" | "v2" | "default"])[] = [
  ["/", "default"],
  ["/apis", "default"],
  ["/api", "v1"],
  ["/api/a", "v2"],
  ["/api/v1/a", "v1"],
  ["/api/help", "default"],
  ["/api/help/a", "default"],
  ["/api/helpless", "v2"],
  // A rule of the host's own service leads to another one.
  ["/led/a", "v2"],
  ["/led", "default"],
];

/** Without it istiod leaves every Ingress to others. */
export const istioIngressClass: Manifest = {
  apiVersion: "networking.k8s.io/v1",
  kind: "IngressClass",
  metadata: { name: "istio" },
  spec: { controller: "istio.io/ingress-controller" },
};

/** istiod's settings for Ingresses: the gateway `door` serves them. */
export const ingressSettings = {
  ingressControllerMode: "STRICT",
  ingressService: "door",
  ingressSelector: "door",
} as const;

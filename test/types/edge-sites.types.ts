import type { EdgeProxyArgs } from "../../components/index.ts";
import { defineMesh } from "../../model/index.ts";

// Checked by `npm run typecheck`: every `@ts-expect-error` below must be an error, everything else must not.

export const shop = defineMesh({
  name: "shop",
  trust: { domain: "shop.example" },
  services: {
    web: { versions: ["v1", "v2"] },
    docs: {},
    db: { port: 5432, protocol: "tcp" },
  },
  routes: { web: { split: { v1: 90, v2: 10 } } },
  gateways: { edge: { hosts: { "shop.example": { service: "web" } } } },
});

type Sites = EdgeProxyArgs<"fra", typeof shop>["sites"];

/** What a site may say of its own routes. */
export const right: Sites = {
  fra: {
    routes: {
      web: { split: { v2: 100 }, rules: [{ matches: [{ path: "/beta" }], split: { v1: 100 } }] },
      docs: { timeout: "1s" },
    },
  },
};

export const unknownService: Sites = {
  // @ts-expect-error: there is no service wbe
  fra: { routes: { wbe: { timeout: "1s" } } },
};

export const unknownVersion: Sites = {
  // @ts-expect-error: web has no v3
  fra: { routes: { web: { split: { v3: 100 } } } },
};

export const withoutVersions: Sites = {
  // @ts-expect-error: docs has no versions to split over
  fra: { routes: { docs: { split: { v1: 100 } } } },
};

export const bytes: Sites = {
  // @ts-expect-error: a service of plain TCP has no deadline of requests
  fra: { routes: { db: { timeout: "1s" } } },
};

/** A proxy in the pods of a service, and one that is reached from elsewhere. */
export const hybrid: EdgeProxyArgs<"fra" | "pod", typeof shop>["sites"] = {
  fra: { replicas: 2 },
  pod: { placement: "sidecar", beside: "docs" },
};

export const unknownPods: Sites = {
  // @ts-expect-error: there is no service dosc
  fra: { placement: "sidecar", beside: "dosc" },
};

export const countedSidecars: Sites = {
  // @ts-expect-error: there are as many as pods of the service
  fra: { placement: "sidecar", beside: "docs", replicas: 2 },
};

export const versioned: Sites = { fra: { placement: "sidecar", beside: "web", version: "v2" } };

export const unknownPodsOfVersion: Sites = {
  // @ts-expect-error: web has no v3
  fra: { placement: "sidecar", beside: "web", version: "v3" },
};

export const podsOfWhichVersion: Sites = {
  // @ts-expect-error: a pod of web is of one version
  fra: { placement: "sidecar", beside: "web" },
};

export const podsWithoutVersion: Sites = {
  // @ts-expect-error: docs has no versions
  fra: { placement: "sidecar", beside: "docs", version: "v1" },
};

export const wayOut: Sites = { fra: { placement: "egress", replicas: 3 } };

export const openProxy: Sites = {
  // @ts-expect-error: nobody outside may use a way out
  fra: { placement: "egress", serviceType: "LoadBalancer" },
};

export const routedOutwards: Sites = {
  // @ts-expect-error: what is outside has no routes
  fra: { placement: "egress", routes: { web: { split: { v1: 100 } } } },
};

export const ownLimits: Sites = {
  fra: { requestLimits: { web: [{ requests: 5, per: "second" }] } },
};

export const countedTogether: Sites = {
  // @ts-expect-error: what all places count together is the mesh's
  fra: { requestLimits: { web: [{ requests: 5, per: "second", scope: "global" }] } },
};

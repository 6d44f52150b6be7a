import { defineMesh } from "../../model/index.ts";
import { envoyFilter } from "../../targets/istio/index.ts";

// Checked by `npm run typecheck`: every `@ts-expect-error` below must be an error, everything else must not.

const trust = { domain: "shop.example" } as const;
const lua = "function envoy_on_request(handle) end";
const wasm = { url: "oci://registry.example/a:1", sha256: "0a".repeat(32) };

export const right = defineMesh({
  name: "shop",
  trust,
  services: {
    cart: {
      extensions: [
        { name: "a", before: "authentication", lua },
        { name: "b", wasm: { ...wasm, config: { deep: [1, { x: null }] }, onFailure: "pass" } },
      ],
    },
  },
});

export const extensionOfTcp = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: there are no requests that could pass
  services: { db: { port: 5432, protocol: "tcp", extensions: [{ name: "a", lua }] } },
});

export const luaAndWasm = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: an extension is a script or a module
  services: { cart: { extensions: [{ name: "a", lua, wasm }] } },
});

export const unpinned = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: a module is pinned by its checksum
  services: { cart: { extensions: [{ name: "a", wasm: { url: wasm.url } }] } },
});

const at = { name: "a", namespace: "shop", priority: 100 };

export const removed = envoyFilter({
  ...at,
  patches: [
    {
      context: "gateway",
      applyTo: "virtual-host",
      match: { virtualHost: "a" },
      patch: { operation: "remove" },
    },
  ],
});

// @ts-expect-error: when it comes among others is said
export const withoutOrder = envoyFilter({ name: "a", namespace: "shop", patches: [] });

export const otherMatch = envoyFilter({
  ...at,
  patches: [
    {
      context: "any",
      applyTo: "cluster",
      // @ts-expect-error: clusters have no filters
      match: { httpFilter: "envoy.filters.http.router" },
      patch: { operation: "merge", value: {} },
    },
  ],
});

export const clustersHaveNoOrder = envoyFilter({
  ...at,
  patches: [
    // @ts-expect-error: clusters have no order
    { context: "any", applyTo: "cluster", patch: { operation: "insert-before", value: {} } },
  ],
});

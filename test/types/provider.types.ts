import { defineMesh } from "../../model/index.ts";

// Checked by `npm run typecheck`: every `@ts-expect-error` below must be an error, everything else must not.

const trust = { domain: "shop.example" } as const;
const providers = {
  guard: { kind: "http-authoriser", service: "cart", onFailure: "refuse" },
  lines: { kind: "file-log" },
  spans: { kind: "elsewhere", for: "traces" },
} as const;

export const right = defineMesh({
  name: "shop",
  trust,
  services: {
    web: { telemetry: { traces: { provider: "spans", sampling: 1, tags: { a: "b" } } } },
    cart: {},
  },
  providers,
  telemetry: { logs: { provider: "lines" }, metrics: "off" },
  access: { rules: { asked: { action: "custom", provider: "guard", services: ["web"] } } },
});

export const unknownAuthoriser = defineMesh({
  name: "shop",
  trust,
  services: { web: {}, cart: {} },
  providers,
  // @ts-expect-error: there is no such provider
  access: { rules: { asked: { action: "custom", provider: "gaurd", services: ["web"] } } },
});

export const withoutProviders = defineMesh({
  name: "shop",
  trust,
  services: { web: {} },
  // @ts-expect-error: there are no providers
  access: { rules: { asked: { action: "custom", provider: "guard", services: ["web"] } } },
});

export const logForAuthoriser = defineMesh({
  name: "shop",
  trust,
  services: { web: {}, cart: {} },
  providers,
  // @ts-expect-error: a log authorises nobody
  access: { rules: { asked: { action: "custom", provider: "lines", services: ["web"] } } },
});

export const authoriserForLog = defineMesh({
  name: "shop",
  trust,
  services: { web: {}, cart: {} },
  providers,
  // @ts-expect-error: an authoriser takes no logs
  telemetry: { logs: { provider: "guard" } },
});

export const authoriserForLogOfService = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: an authoriser takes no logs
  services: { web: { telemetry: { logs: { provider: "guard" } } }, cart: {} },
  providers,
});

export const providerOfUnknownService = defineMesh({
  name: "shop",
  trust,
  services: { web: {} },
  // @ts-expect-error: there is no such service
  providers: { guard: { kind: "http-authoriser", service: "crat" } },
});

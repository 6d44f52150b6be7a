import { expect, test } from "vitest";
import { tokenPolicies } from "../../graph/index.ts";
import { graphOf } from "./graph-of.ts";

// Connections without requests are left out of what a token is required for, and never a request with them.

const api = "api.shop.example";

test.each([
  ["another name is left out", ["vault.example"], [{ notServerNames: ["vault.example"] }]],
  ["a wildcard is left out", ["*.vault.example"], [{ notServerNames: ["*.vault.example"] }]],
  [
    "of a wildcard that covers the host, all but the host",
    ["*.shop.example"],
    [{ notServerNames: ["*.shop.example"] }, { serverNames: ["*.in.shop.example", api] }],
  ],
  [
    "a name below a host of a wildcard",
    ["*.example", "vault.in.shop.example"],
    [
      { notServerNames: ["*.example", "vault.in.shop.example"] },
      { serverNames: ["*.in.shop.example"], notServerNames: ["vault.in.shop.example"] },
      { serverNames: [api] },
    ],
  ],
])("%s", (_, passed, said) => {
  const { mesh } = graphOf({
    name: "shop",
    trust: { domain: "shop.example" },
    authentication: {
      providers: { login: { issuer: "a", jwks: { uri: "https://login.example/keys" } } },
    },
    services: { web: {}, vault: { port: 8200, protocol: "tls" } },
    gateways: {
      edge: {
        hosts: {
          [api]: { service: "web", tls: { secret: "cert" }, requires: "login" },
          "*.in.shop.example": { service: "web", tls: { secret: "cert" }, requires: "login" },
          ...Object.fromEntries(
            passed.map((host) => [host, { service: "vault", tls: { mode: "passthrough" } }]),
          ),
        },
      },
    },
  });
  const [policy] = tokenPolicies(mesh);
  const named = policy?.rules.map(({ serverNames, notServerNames }) => ({
    ...(serverNames ? { serverNames } : {}),
    ...(notServerNames ? { notServerNames } : {}),
  }));
  expect(named).toEqual(said);
});

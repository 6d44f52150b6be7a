import { expect, test } from "vitest";
import { tokenPolicies } from "../../graph/index.ts";
import { graphOf } from "./graph-of.ts";

// Connections without requests are left out of what a token is required for, and never a request with them.

test.each([
  ["another name is left out", "vault.example", ["vault.example"]],
  ["a wildcard beside it is left out", "*.vault.example", ["*.vault.example"]],
  ["a wildcard that covers the host is not", "*.shop.example", undefined],
])("%s", (_, passed, notServerNames) => {
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
          "api.shop.example": { service: "web", tls: { secret: "cert" }, requires: "login" },
          [passed]: { service: "vault", tls: { mode: "passthrough" } },
        },
      },
    },
  });
  const said = notServerNames === undefined ? {} : { notServerNames };
  const [policy] = tokenPolicies(mesh);
  expect(
    policy?.rules.map(({ notServerNames: names }) => (names ? { notServerNames: names } : {})),
  ).toEqual([said]);
});

import { describe, expect, test } from "vitest";
import { createReport, printPath, type Diagnostic } from "../../diagnostics/index.ts";
import { parseMesh } from "../../model/index.ts";
import { base, withService } from "./base-mesh.ts";
import { wrongAuthentication } from "./wrong-authentication.ts";
import { wrongActions } from "./wrong-actions.ts";
import { wrongDestinations } from "./wrong-destinations.ts";
import { wrongDiscovery } from "./wrong-discovery.ts";
import { wrongExtensions } from "./wrong-extensions.ts";
import { wrongProviders } from "./wrong-providers.ts";
import { wrongMatches } from "./wrong-matches.ts";
import { wrongReferences } from "./wrong-references.ts";
import { wrongValues } from "./wrong-values.ts";
import { wrongLimits } from "./wrong-limits.ts";
import { wrongLogins } from "./wrong-logins.ts";
import { wrongWays } from "./wrong-ways.ts";

const wrong = [
  ...wrongValues,
  ...wrongReferences,
  ...wrongMatches,
  ...wrongDiscovery,
  ...wrongLimits,
  ...wrongLogins,
  ...wrongActions,
  ...wrongDestinations,
  ...wrongWays,
  ...wrongAuthentication,
  ...wrongExtensions,
  ...wrongProviders,
];

function findings(changes: object): readonly Diagnostic[] {
  const report = createReport();
  const mesh = parseMesh({ ...base, ...changes }, report);
  expect(mesh === undefined).toBe(report.has("error"));
  return report.diagnostics();
}

function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, path }) => `${code} ${printPath(path)}`);
}

describe("one wrong thing is one finding", () => {
  for (const [name, changes, expected, message, fix] of wrong) {
    test(name, () => {
      const found = findings(changes);
      expect(brief(found)).toEqual([expected]);
      expect(found[0]?.message).toMatch(message);
      expect(found[0]?.fix).toMatch(fix ?? /./);
    });
  }
});

describe("everything at once", () => {
  test("errors of shape do not hide errors of reference, and make none of their own", () => {
    const found = findings({
      name: 5,
      services: {
        web: { prot: 80, calls: { crat: {}, cart: { timeout: "x" } } },
        cart: { versions: ["v1", "V 2"] },
        api: { calls: { web: {}, nope: {} } },
      },
      routes: { cart: { split: { v2: 100 } }, api: { split: { v1: 100 } } },
    });
    expect(brief(found).sort()).toEqual([
      "HED1007 services.web.prot",
      "HED1008 name",
      "HED1009 services.cart.versions[1]",
      "HED1010 services.web.calls.cart.timeout",
      "HED2001 services.api.calls.nope",
      "HED2001 services.web.calls.crat",
      "HED2003 routes.api.split",
    ]);
  });
});

describe("names of JavaScript's own", () => {
  test("__proto__ is refused wherever it is a key, and changes nothing", () => {
    const input: unknown = JSON.parse(
      '{"name":"shop","trust":{"domain":"a.example"},"services":{"web":{},"__proto__":{"port":1}},"__proto__":{"x":1}}',
    );
    const report = createReport();
    expect(parseMesh(input, report)).toBeUndefined();
    expect(brief(report.diagnostics())).toEqual([
      "HED1007 __proto__",
      "HED1007 services.__proto__",
    ]);
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  test("constructor is an ordinary name, and unknown where nobody defined it", () => {
    expect(findings(withService("constructor", { calls: { cart: {} } }))).toEqual([]);
    expect(brief(findings(withService("x", { calls: { constructor: {} } })))).toEqual([
      "HED2001 services.x.calls.constructor",
    ]);
    expect(brief(findings({ routes: { cart: { split: { constructor: 100 } } } }))).toEqual([
      "HED2002 routes.cart.split.constructor",
    ]);
  });
});

describe("secrets", () => {
  test("nothing that stands where a secret could be is printed", () => {
    const found = findings({
      ...withService("x", { env: { TOKEN: 4242, KEY: { secret: "p4ss w0rd!", key: "k e y" } } }),
      gateways: {
        edge: { hosts: { "a.example": { service: "web", tls: { secret: "p4ss w0rd!" } } } },
      },
    });
    expect(found.length).toBe(4);
    expect(JSON.stringify(found)).not.toMatch(/4242|p4ss|k e y/);
  });
});

test("defaults are filled in", () => {
  const report = createReport();
  const mesh = parseMesh(base, report);
  expect(report.diagnostics()).toEqual([]);
  expect(mesh).toMatchObject({
    namespace: "shop",
    trust: { mtls: "strict" },
    services: {
      web: {
        kind: "workload",
        namespace: "shop",
        versioned: false,
        ports: [{ name: "http", number: 8080, target: 8080, protocol: "http" }],
        versions: [{ name: "default", replicas: 1 }],
        calls: [{ to: "cart" }],
      },
      payments: {
        kind: "external",
        host: "api.payments.example",
        ports: [{ name: "tls", number: 443, protocol: "tls" }],
      },
    },
  });
});

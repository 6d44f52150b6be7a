import { describe, expect, test } from "vitest";
import { withoutNulls } from "../../../graph/kinds/without-nulls.ts";
import { graphOfYaml } from "../../rules/graph-of-yaml.ts";

describe("fields of null", () => {
  test("are left out, at any depth; in a list they stay", () => {
    const value = { a: null, b: { c: null, d: [null, { e: null, f: 1 }] } };
    expect(withoutNulls(value)).toEqual({ b: { d: [null, { f: 1 }] } });
  });

  test.each([
    ["networking.istio.io/v1", "ServiceEntry", "hosts: [a.example], workloadSelector: , ports: "],
    ["security.istio.io/v1", "PeerAuthentication", "mtls: { mode: }"],
    ["security.istio.io/v1", "AuthorizationPolicy", "action: , rules: "],
    ["apps/v1", "Deployment", "template: { spec: { serviceAccountName: , containers: [] } }"],
  ])("are no fault of a %s %s", (apiVersion, kind, spec) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: cart, namespace: shop }\nspec: { ${spec} }\n`;
    expect(graphOfYaml(text).diagnostics).toEqual([]);
  });

  test("a null in a list is one", () => {
    const text =
      "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: cart, namespace: shop }\nspec: { hosts: [cart], gateways: [null] }\n";
    expect(graphOfYaml(text).diagnostics.map(({ code }) => code)).toEqual(["HED2010"]);
  });
});

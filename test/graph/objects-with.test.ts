import { expect, test } from "vitest";
import { createObject } from "../../graph/objects/create-object.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";

const type = "networking.istio.io/VirtualService";

function virtualService(name: string, spec: object) {
  const apiVersion = "networking.istio.io/v1";
  return createObject({ apiVersion, kind: "VirtualService", metadata: { name }, spec }, {});
}

const objects = [
  virtualService("plain", { http: [{ route: [] }] }),
  virtualService("redirects", { http: [{ route: [] }, { redirect: { uri: "/" } }] }),
  virtualService("both", { http: [{ redirect: {}, rewrite: {} }], hosts: ["redirect"] }),
  virtualService("rewrites", { http: [{ rewrite: { uri: "/" } }] }),
];

const named = (...fields: string[]): readonly string[] =>
  objectsWith({ objects }, type, ...fields).map(({ name }) => name);

test("finds those that say a field at any depth, each once", () => {
  expect(named("redirect")).toEqual(["redirects", "both"]);
  expect(named("http")).toEqual(["plain", "redirects", "both", "rewrites"]);
});

test("finds those that say any of several fields, in the order of the input", () => {
  expect(named("rewrite", "redirect")).toEqual(["redirects", "both", "rewrites"]);
});

test("a value and the metadata are no field", () => {
  expect(named("plain", "name", "/")).toEqual([]);
});

test("objects of another type are not asked", () => {
  expect(objectsWith({ objects }, "/Service", "http")).toEqual([]);
});

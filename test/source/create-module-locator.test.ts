import { describe, expect, test } from "vitest";
import type { Path } from "../../diagnostics/index.ts";
import { createModuleLocator } from "../../source/create-module-locator.ts";

/** What stands at the place, and how many steps of the path are written. */
function at(text: string, path: Path, file = "mesh.ts"): readonly [string, number] {
  const { offset, depth } = createModuleLocator(file, text)(path);
  return [text.slice(offset).split(/[\n;]/)[0] ?? "", depth];
}

const shop = `import { defineMesh, type Mesh } from "heddle";
import { stock } from "./stock.ts";

interface Ports { readonly http: number }
const ports = { http: 8080 as number } satisfies Ports;
const usual = { replicas: 2, ports };
const calls = Object.freeze({ cart: { timeout: "2s" } } as const);
const orders = { ...usual, "replicas": 3, calls };

export const mesh: Mesh = defineMesh({
  name: "shop",
  services: {
    orders,
    cart: { ...usual, versions: ["v1", \`v2\`] },
    stock,
    made: make("made"),
  },
  [key]: 1,
} as const);
`;

describe("the place of a path in a module", () => {
  test.each<readonly [string, Path, string, number]>([
    ["a plain value", ["name"], '"shop",', 1],
    ["a map, at its key", ["services"], "services: {", 1],
    ["a constant", ["services", "orders"], "orders,", 2],
    ["inside of a constant", ["services", "orders", "replicas"], "3, calls }", 3],
    ["a key in quotes before a spread", ["services", "cart", "replicas"], "2, ports }", 3],
    ["through a spread and a constant", ["services", "cart", "ports", "http"], "8080 as", 4],
    ["through a function", ["services", "orders", "calls", "cart", "timeout"], '"2s" }', 5],
    ["an item of a list", ["services", "cart", "versions", 1], "`v2`]", 4],
    ["what is missing, at what it is missing in", ["services", "cart", "nothing"], "cart:", 2],
    ["what another module makes, at its name", ["services", "stock", "replicas"], "stock,", 2],
    ["what a function makes, at its call", ["services", "made", "replicas"], 'make("made")', 2],
    ["a computed key", ["key"], "defineMesh({", 0],
    ["the mesh itself", [], "defineMesh({", 0],
  ])("%s", (_, path, text, depth) => {
    const [found, steps] = at(shop, path);
    expect(found.slice(0, text.length)).toBe(text);
    expect(steps).toBe(depth);
  });

  const body = `{ name: "shop", services: { web: {} } }`;
  test.each([
    ["by default", `export default ${body};`],
    ["under another name", `const inner = ${body}; export { inner as mesh };`],
    ["among others", `export const other = { name: "x" }; export const shop = ${body};`],
    [
      "by its name before others",
      `export const first = { name: "", services: {} }; export const mesh = ${body};`,
    ],
    ["as JavaScript", `export const mesh = ${body};`],
  ])("of a mesh exported %s", (name, text) => {
    const file = name === "as JavaScript" ? "mesh.js" : "mesh.ts";
    expect(at(text, ["services", "web"], file)).toEqual(["web: {} } }", 2]);
  });

  test("counts no items behind a spread", () => {
    const text = `export const mesh = { name: "a", services: { web: { versions: [...old, "v2"] } } };`;
    expect(at(text, ["services", "web", "versions", 1])[1]).toBe(3);
    expect(at(text, ["services", "web", "versions", 0])[1]).toBe(3);
  });

  test.each([
    ["no mesh", "export const a = 1;"],
    ["syntax that only a compiler takes", `enum E { A } export const mesh = ${body};`],
    ["broken", "export const = {"],
    ["constants in a circle", "const a = b; const b = a; export const mesh = a;"],
    ["an empty text", ""],
  ])("is the start of the file: %s", (_, text) => {
    expect(createModuleLocator("mesh.ts", text)(["services"])).toEqual({ offset: 0, depth: 0 });
  });
});

import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { createReport, printPath } from "../../diagnostics/index.ts";
import { loadMesh, type LoadedMesh } from "../../source/index.ts";
import { temporaryFiles } from "./temporary-files.ts";

interface Outcome {
  readonly loaded: LoadedMesh | undefined;
  /** `HED1004 mesh.yaml:3:1 services.web`. */
  readonly found: readonly string[];
  readonly text: string;
}

function load(files: Readonly<Record<string, string | Uint8Array>>, file = "mesh.yaml"): Outcome {
  const folder = temporaryFiles(files);
  const report = createReport();
  const overlay = "prod.yaml" in files ? { environment: join(folder, "prod.yaml") } : {};
  const loaded = loadMesh({ file: join(folder, file), ...overlay }, report);
  expect(loaded === undefined).toBe(report.has("error"));
  const diagnostics = report.diagnostics();
  expect(diagnostics.every(({ fix }) => fix !== undefined && fix !== "")).toBe(true);
  const found = diagnostics.map(({ code, path, position }) => {
    const name = position?.file.slice(folder.length + 1) ?? "?";
    return `${code} ${name}:${String(position?.line)}:${String(position?.column)} ${printPath(path)}`;
  });
  return { loaded, found, text: diagnostics.map(({ message }) => message).join("\n") };
}

const head = "name: shop\ntrust: { domain: shop.example }\n";
const shop = `${head}services:
  web:
    calls:
      cart: { timeout: 2s }
  cart:
    versions: [v1, v2]
    replicas: 2
routes:
  cart:
    split: { v1: 90, v2: 10 }
`;

describe("files that cannot be read", () => {
  const bomb = [`a0: &a0 [x, x, x, x, x, x, x, x, x]`];
  for (let level = 1; level < 9; level += 1) {
    const alias = `*a${String(level - 1)}`;
    bomb.push(`a${String(level)}: &a${String(level)} [${Array(9).fill(alias).join(", ")}]`);
  }
  const cases: readonly [string, string | Uint8Array, string, RegExp][] = [
    ["empty", "", "HED1005 mesh.yaml:1:1 (root)", /is empty/],
    ["only a comment", "# nothing\n", "HED1005 mesh.yaml:1:1 (root)", /is empty/],
    ["not UTF-8", Uint8Array.of(0x6e, 0xe9, 0x0a), "HED1002 mesh.yaml:1:1 (root)", /not UTF-8/],
    ["too large", "#".repeat(5 * 1024 * 1024 + 1), "HED1006 mesh.yaml:1:1 (root)", /allowed: 5 MB/],
    ["alias bomb", bomb.join("\n"), "HED1006 mesh.yaml:1:1 (root)", /expand/],
    ["deep nesting", "[".repeat(100_000), "HED1003 mesh.yaml", /not YAML/],
    ["duplicate key", `${shop}  cart: {}\n`, "HED1004 mesh.yaml:13:3 routes.cart", /already/],
    ["two documents", `${shop}---\n{}\n`, "HED1013 mesh.yaml:13:1", /second document/],
    ["tab", "name: shop\nservices:\n\tweb: {}\n", "HED1003 mesh.yaml:3:1", /tab/],
    ["unknown tag", "name: !secret shop\n", "HED1003 mesh.yaml:1:7 name", /tag/],
    ["unknown alias", "name: *shop\n", "HED1003 mesh.yaml:1:1", /alias/],
    ["open quote", "name: 'shop\n", "HED1003 mesh.yaml:", /not YAML/],
    ["key of a list", "? [a]\n: 1\n", "HED1003 mesh.yaml:1:3", /keys must be strings/],
    ["not a map", "- a\n", "HED1008 mesh.yaml:1:1 (root)", /got a list/],
  ];
  test.each(cases)("%s", (_, content, expected, message) => {
    const { found, text } = load({ "mesh.yaml": content });
    expect(found[0]).toContain(expected);
    expect(text).toMatch(message);
  });

  test("missing, or a folder", () => {
    expect(load({}).text).toMatch(/there is no such file/);
    expect(load({}, ".").text).toMatch(/it is a folder/);
  });

  test("a byte order mark and CRLF are no fault", () => {
    const { loaded } = load({ "mesh.yaml": `\uFEFF${shop.replaceAll("\n", "\r\n")}` });
    expect(Object.keys(loaded?.mesh.services ?? {})).toEqual(["cart", "web"]);
  });
});

describe("positions", () => {
  test("point at values, at keys of maps, and at what should hold what is missing", () => {
    const { found } = load({
      "mesh.yaml": `${head}services:\n  web:\n    port: http\n    prot: 80\n    calls:\n      crat: {}\ngateways:\n  edge:\n    hosts:\n      a.example: {}\n`,
    });
    expect(found).toEqual([
      "HED1007 mesh.yaml:6:11 services.web.prot",
      "HED1008 mesh.yaml:5:11 services.web.port",
      "HED2001 mesh.yaml:8:7 services.web.calls.crat",
      'HED2051 mesh.yaml:12:7 gateways.edge.hosts["a.example"]',
    ]);
  });

  test("follow aliases to where the value is written", () => {
    const { found } = load({
      "mesh.yaml": `${head}services:\n  web: &web\n    port: http\n  cart: *web\n`,
    });
    expect(found).toEqual([
      "HED1008 mesh.yaml:5:11 services.cart.port",
      "HED1008 mesh.yaml:5:11 services.web.port",
    ]);
  });
});

describe("environments", () => {
  test("merge maps, replace lists and values, and remove with null", () => {
    const { loaded, found } = load({
      "mesh.yaml": shop,
      "prod.yaml":
        "trust: { mtls: permissive }\nservices:\n  cart: { versions: [v1, v3], replicas: null }\n  web: { calls: null, replicas: 3 }\nroutes: { cart: { split: { v2: null, v3: 10 } } }\nrules: { routing/split-weights: warning }\n",
    });
    expect(found).toEqual([]);
    expect(loaded?.ruleSettings).toEqual({ "routing/split-weights": "warning" });
    expect(loaded?.mesh.trust.mtls).toBe("permissive");
    expect(loaded?.mesh.services).toMatchObject({
      cart: { versions: [{ name: "v1", replicas: 1 }, { name: "v3" }] },
      web: { calls: [], versions: [{ replicas: 3 }] },
    });
    expect(loaded?.mesh.routes["cart"]?.rules[0]?.split).toEqual([
      { version: "v1", weight: 90 },
      { version: "v3", weight: 10 },
    ]);
    expect(loaded?.positions(["routes", "cart", "split", "v3"])?.file).toMatch(/prod\.yaml$/);
    expect(loaded?.positions(["routes", "cart", "split", "v1"])?.file).toMatch(/mesh\.yaml$/);
  });

  test("all faults of both files are told, each in its own", () => {
    const { found } = load({
      "mesh.yaml": shop.replace("2s", "2"),
      "prod.yaml":
        "name: other\ntrust: { domain: x }\nservices:\n  crat: { replicas: 3 }\n  web: { replica: 3 }\nroutes: { cart: { split: { v2: 20 } } }\nrules: { no: off, a/b: fatal }\n",
    });
    expect(found).toEqual([
      "HED1007 prod.yaml:5:19 services.web.replica",
      "HED1009 prod.yaml:7:14 rules.no",
      'HED1009 prod.yaml:7:24 rules["a/b"]',
      "HED1010 mesh.yaml:6:24 services.web.calls.cart.timeout",
      "HED1011 prod.yaml:6:19 routes.cart.split",
      "HED1014 prod.yaml:1:7 name",
      "HED1014 prod.yaml:4:3 services.crat",
      "HED1014 prod.yaml:2:18 trust.domain",
    ]);
  });

  test("a missing or broken environment does not hide the faults of the mesh", () => {
    const { found } = load({ "mesh.yaml": shop.replace("2s", "2"), "prod.yaml": "" });
    expect(found).toEqual([
      "HED1005 prod.yaml:1:1 (root)",
      "HED1010 mesh.yaml:6:24 services.web.calls.cart.timeout",
    ]);
  });
});

describe("modules", () => {
  const mesh = '{ name: "shop", trust: { domain: "shop.example" }, services: { web: {} } }';
  test.each([
    ["named", `export const mesh = ${mesh};`],
    ["default", `export default ${mesh};`],
    [
      "any name, typed",
      `const port: number = 1;\nexport const other = port;\nexport const shop = ${mesh};`,
    ],
  ])("%s export", (_, text) => {
    expect(load({ "mesh.ts": text }, "mesh.ts").loaded?.mesh.name).toBe("shop");
  });

  test("without a mesh, failing, or missing", () => {
    expect(load({ "mesh.ts": "export const a = 1;" }, "mesh.ts").text).toMatch(/exports no mesh/);
    expect(load({ "mesh.ts": 'throw new Error("no");' }, "mesh.ts").text).toMatch(/cannot run.*no/);
    expect(load({}, "mesh.ts").text).toMatch(/no such file/);
  });
});

test.each(["dev", "prod"])("the project's own shop is right in %s", (environment) => {
  const root = resolve(import.meta.dirname, "../..");
  const report = createReport();
  const loaded = loadMesh(
    { file: join(root, "mesh.yaml"), environment: join(root, `environments/${environment}.yaml`) },
    report,
  );
  expect(report.diagnostics()).toEqual([]);
  expect(Object.keys(loaded?.mesh.services ?? {})).toHaveLength(8);
});

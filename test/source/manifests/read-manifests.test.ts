import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createReport, type Path } from "../../../diagnostics/index.ts";
import { createSourceFile } from "../../../source/manifests/create-source-file.ts";
import { readFile } from "../../../source/manifests/read-file.ts";
import { readManifests } from "../../../source/read-manifests.ts";
import { temporaryFiles } from "../temporary-files.ts";

const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n    - port: 80\n`;

function read(text: string, strict = true) {
  const report = createReport();
  const { documents } = readFile(createSourceFile("a.yaml", text), { strict, head: {} }, report);
  return {
    documents,
    names: documents.map(({ manifest }) => (manifest["metadata"] as { name?: string }).name),
    found: report
      .diagnostics()
      .map(({ code, position }) => `${code} ${String(position?.line)}:${String(position?.column)}`),
  };
}

test("a template of Helm is reported once a file, with what to check instead", () => {
  const report = createReport();
  const chart = `${service("a")}---\nkind: {{ .Values.kind }}\n---\n{{- if .Values.b }}\na: b\n{{- end }}\n`;
  readFile(createSourceFile("templates/a.yaml", chart), { strict: false, head: {} }, report);
  expect(report.diagnostics()).toMatchObject([
    {
      code: "HED1003",
      message: expect.stringContaining("a template") as string,
      fix: expect.stringContaining("helm template") as string,
      position: { line: 8 },
    },
  ]);
  // Braces in a text are no template, and another fault is said as it is.
  const alert = `${service("a")}---\nsummary: "{{ $labels.pod }}"\n`;
  expect(read(alert, false).found).toEqual([]);
  expect(read(`${alert}a: [1\n`).found).toHaveLength(1);
});

describe("documents", () => {
  test.each([
    ["markers", `${service("a")}---\n${service("b")}`, ["a", "b"]],
    ["a marker first, and comments", `# x\n---\n${service("a")}---\n# none\n`, ["a"]],
    [
      "Windows line ends",
      `${service("a")}---\n${service("b")}`.replaceAll("\n", "\r\n"),
      ["a", "b"],
    ],
    ["a byte order mark", `\ufeff${service("a")}`, ["a"]],
    ["a directive", `%YAML 1.2\n---\n${service("a")}`, ["a"]],
    ["an end marker", `${service("a")}...\n---\n${service("b")}...\n`, ["a", "b"]],
    [
      "content on the line of the marker",
      `--- {apiVersion: v1, kind: Pod, metadata: {name: p}}\n`,
      ["p"],
    ],
    [
      "JSON with tabs",
      JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "p" } }, null, "\t"),
      ["p"],
    ],
    ["nothing", "", []],
    [
      "quoted text that goes on as far left as its key",
      "apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    a: 'one\n    two'\n    b: \"one\n  two\"\n  name: p\n",
      ["p"],
    ],
    [
      "a bracket that is closed as far left as its key",
      "apiVersion: v1\nkind: Pod\nspec: {\n  a: [\n1,\n2\n]\n}\nmetadata:\n  name: p\n",
      ["p"],
    ],
  ])("%s", (_, text, names) => {
    expect(read(text)).toMatchObject({ names, found: [] });
  });

  test("what goes on too far left has the value that Kubernetes reads, and places as written", () => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    a: 'one\n  two'\n  name: p\nspec: [\n1,\n2\n]\nlast: x\n`;
    const [document] = read(text).documents;
    expect(document?.manifest).toMatchObject({
      metadata: { annotations: { a: "one two" }, name: "p" },
      spec: [1, 2],
      last: "x",
    });
    const at = (path: Path) => {
      const place = document?.locate(path);
      return `${String(place?.line)}:${String(place?.column)}`;
    };
    expect(at(["metadata", "name"])).toBe("7:9");
    expect(at(["spec", 1])).toBe("10:1");
    expect(at(["last"])).toBe("12:7");
  });

  test("a key that is there twice is also reported where lines are too far left", () => {
    const text = "apiVersion: v1\nkind: Pod\nmetadata:\n  a: 'x\n  y'\n  name: p\n  name: q\n";
    expect(read(text)).toMatchObject({ names: ["q"], found: ["HED1004 7:3"] });
  });

  test("a file of MeshNetworks is an object", () => {
    const text = "networks:\n  west:\n    endpoints: [{ fromRegistry: west }]\n";
    const { documents, found } = read(text);
    expect(found).toEqual([]);
    expect(documents[0]?.manifest).toMatchObject({
      kind: "MeshNetworks",
      metadata: { name: "meshnetworks", namespace: "istio-system" },
    });
    expect(read("networks:\n  default: { driver: bridge }\n").found).toEqual(["HED2010 1:1"]);
  });

  test("lists hand down what their items leave out", () => {
    const items = [{ metadata: { name: "a" } }, { metadata: { name: "b" } }];
    const text = JSON.stringify({ apiVersion: "v1", kind: "ServiceList", items });
    expect(read(text).documents.map(({ manifest }) => manifest.kind)).toEqual([
      "Service",
      "Service",
    ]);
    const nested = { apiVersion: "v1", kind: "List", items: [JSON.parse(text) as unknown] };
    const { names, documents } = read(JSON.stringify(nested, null, 2));
    expect(names).toEqual(["a", "b"]);
    expect(documents[1]?.locate(["metadata", "name"])).toMatchObject({ line: 16 });
  });

  test("booleans are those of Kubernetes, and merge keys are merged", () => {
    const text = `apiVersion: v1\nkind: X\nmetadata: { name: a }\nspec: { a: on, b: "on", c: y, <<: { d: 1 } }\n`;
    expect(read(text).documents[0]?.manifest["spec"]).toEqual({ a: true, b: "on", c: true, d: 1 });
  });
});

describe("positions", () => {
  const text = `# first\n---\n${service("a")}---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: {"a.b/c": d}}\nspec:\n  containers:\n  - name: x\n    ports: [{containerPort: 1}, {containerPort: 2}]\n`;
  const { documents } = read(text);
  const lines = text.split("\n");
  const at = (document: number, path: Path): string => {
    const { line, column } = documents[document]?.locate(path) ?? { line: 0, column: 0 };
    return (lines[line - 1] ?? "").slice(column - 1).split(/[,}\]]/)[0] ?? "";
  };
  test.each<[number, Path, string]>([
    [0, [], "apiVersion: v1"],
    [0, ["spec", "ports", 0, "port"], "80"],
    [0, ["spec", "ports", 0], "port: 80"],
    [0, ["spec", "nothing", "here"], "spec:"],
    [1, ["metadata", "labels", "a.b/c"], "d"],
    [1, ["spec", "containers", 0, "ports", 1, "containerPort"], "2"],
    [1, ["spec", "containers", 0, "ports", 9], "ports: [{containerPort: 1"],
  ])("%i %j", (document, path, expected) => {
    expect(at(document, path)).toBe(expected);
  });
});

describe("what cannot be read is reported with its place, and the rest is there", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${Array.from("bcdefgh")
    .map(
      (name, at) =>
        `${name}: &${name} [${Array(10)
          .fill(`*${"abcdefgh".charAt(at)}`)
          .join(",")}]\n`,
    )
    .join("")}`;
  test.each([
    ["syntax", "a: [1\n", "HED1003 "],
    ["a tab", "a:\n\tb: 1\n", "HED1003 2:1"],
    ["an unknown alias", "a: *b\n", "HED1003 "],
    ["a bomb", bomb, "HED1006 1:1"],
    ["a circle", "a: &a [*a]\n", "HED1006 1:1"],
    ["nesting", "[".repeat(5000), "HED1006 1:"],
    ["an unknown tag", "a: !foo 1\n", "HED1003 1:"],
    ["no object", "a: 1\n", "HED2010 1:1"],
    ["metadata that is a list", "apiVersion: v1\nkind: A\nmetadata: []\n", "HED2010 3:1"],
  ])("%s", (_, broken, expected) => {
    const alone = read(broken).found;
    expect(alone).toHaveLength(1);
    expect(alone[0]).toContain(expected);
    const { names, found } = read(`${service("a")}---\n${broken}\n---\n${service("b")}`);
    expect(names).toEqual(["a", "b"]);
    expect(found).toHaveLength(1);
  });

  test("a key that is there twice is reported, and the last one holds", () => {
    const { documents, found } = read(`${service("a")}kind: Pod\n`);
    expect(found).toEqual(["HED1004 8:1"]);
    expect(documents[0]?.manifest.kind).toBe("Pod");
  });

  test("prototype keys stay keys", () => {
    const { documents } = read(
      "apiVersion: v1\nkind: A\nmetadata: { name: a }\n__proto__: { polluted: true }\nconstructor: 1\n",
    );
    expect(documents).toHaveLength(1);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("files", () => {
  test("folders with all below them, and only named files must hold objects", () => {
    const folder = temporaryFiles({
      "a.yaml": service("a"),
      "values.yaml": "replicas: 2\n",
      "notes.txt": "no",
      "mesh.yaml": "apiVersion: heddle/v1\nname: shop\n",
    });
    mkdirSync(join(folder, "deep/er"), { recursive: true });
    writeFileSync(
      join(folder, "deep/er/b.json"),
      JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "b" } }),
    );
    const report = createReport();
    const { documents, foreign, meshes } = readManifests([folder], report);
    expect(documents).toHaveLength(2);
    expect(foreign).toBe(1);
    expect(meshes).toEqual([join(folder, "mesh.yaml")]);
    expect(report.diagnostics()).toEqual([]);
    readManifests([join(folder, "values.yaml")], report);
    expect(report.diagnostics().map(({ code }) => code)).toEqual(["HED2010"]);
  });

  test.each([
    ["latin1", Uint8Array.of(0x61, 0x3a, 0x20, 0xe9), "HED1002"],
    ["binary", Uint8Array.of(0x7f, 0x45, 0, 1), "HED1002"],
  ])("%s", (_, content, code) => {
    const folder = temporaryFiles({ "a.yaml": content });
    const report = createReport();
    readManifests([folder, join(folder, "none.yaml")], report);
    expect(report.diagnostics().map((each) => each.code)).toEqual(["HED1001", code]);
  });

  test("the state of a stack: Kubernetes objects with their URN, secrets unknown", () => {
    const secret = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      ciphertext: "x",
    };
    const resource = (type: string, inputs: object) => ({ type, urn: `urn:${type}`, inputs });
    const state = {
      version: 3,
      deployment: {
        resources: [
          resource("pulumi:pulumi:Stack", {}),
          resource("kubernetes:core/v1:Service", { metadata: { name: "a" }, spec: { x: secret } }),
          resource("kubernetes:networking.istio.io/v1:VirtualService", { metadata: { name: "v" } }),
        ],
      },
    };
    const { documents } = read(JSON.stringify(state, null, 2));
    expect(documents.map(({ manifest, urn }) => [manifest.apiVersion, manifest.kind, urn])).toEqual(
      [
        ["v1", "Service", "urn:kubernetes:core/v1:Service"],
        [
          "networking.istio.io/v1",
          "VirtualService",
          "urn:kubernetes:networking.istio.io/v1:VirtualService",
        ],
      ],
    );
    expect(JSON.stringify(documents.map(({ manifest }) => manifest))).not.toContain("ciphertext");
    expect(documents[0]?.locate(["metadata", "name"]).line).toBeGreaterThan(1);
  });
});

test("a file of another tool is no mesh, though it names services", () => {
  const compose = "services:\n  web:\n    image: nginx\n";
  const folder = temporaryFiles({
    "docker-compose.yaml": compose,
    "compose.dev.yml": compose,
    "azure.yaml": `name: shop\nmetadata:\n  template: shop@1\n${compose}`,
  });
  const report = createReport();
  expect(readManifests([folder], report)).toMatchObject({ documents: [], meshes: [], foreign: 3 });
  expect(report.diagnostics()).toEqual([]);
});

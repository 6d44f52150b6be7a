import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { temporaryFiles } from "../../source/temporary-files.ts";
import { runHeddle } from "../run-heddle.ts";

const service = `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
`;
const route = (host: string, comment = ""): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    ${comment}
    - route:
        - destination:
            host: ${host}
`;
const only = ["--select", "HED4003"];

interface Output {
  readonly diagnostics: readonly Record<string, unknown>[];
  readonly unknown: readonly unknown[];
  readonly summary: Record<string, unknown>;
}
async function json(args: readonly string[], cwd: string) {
  const { stdout, exitCode } = await runHeddle(["check", ...args, "--format", "json"], { cwd });
  return { exitCode, ...(JSON.parse(stdout) as Output) };
}

describe("heddle check of manifests", () => {
  test("clean: 0; a finding: 1, in the stable form", async () => {
    const cwd = temporaryFiles({
      "good.yaml": `${service}---\n${route("cart")}`,
      "bad.yaml": `${service}---\n${route("crat")}`,
    });
    expect(await json(["good.yaml", ...only], cwd)).toMatchObject({
      exitCode: 0,
      diagnostics: [],
      summary: { objects: 2, error: 0 },
    });
    const bad = await json(["bad.yaml", ...only], cwd);
    expect(bad.exitCode).toBe(1);
    expect(bad.diagnostics).toEqual([
      {
        code: "HED4003",
        rule: "routing/route-to-unknown-host",
        covers: expect.arrayContaining(["IST0101"]) as unknown,
        severity: "error",
        message: expect.stringContaining("crat") as unknown,
        fix: expect.any(String) as unknown,
        resource: { kind: "VirtualService", namespace: "shop", name: "cart" },
        file: "bad.yaml",
        line: 16,
        column: expect.any(Number) as unknown,
        path: expect.stringMatching(/^spec\.http\[0\]/) as unknown,
      },
    ]);
  });

  test("text shows the line; a broken document does not hide the others", async () => {
    const cwd = temporaryFiles({ "bad.yaml": `${service}---\na: [1\n---\n${route("crat")}` });
    const { stdout, exitCode } = await runHeddle(["check", "bad.yaml", ...only], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/HED1003 error {2}bad\.yaml:/);
    expect(stdout).toMatch(/HED4003 error {2}bad\.yaml:/);
    expect(stdout).toContain("2 objects in 1 file: 2 errors");
  });

  test("an object without a namespace has none in its resource", async () => {
    const cwd = temporaryFiles({
      "a.yaml": `${service}---\n${route("crat")}`.replaceAll(", namespace: shop", ""),
    });
    const { diagnostics } = await json(["a.yaml", ...only], cwd);
    expect(diagnostics.map(({ resource }) => resource)).toEqual([
      { kind: "VirtualService", name: "cart" },
    ]);
  });

  test("standard input, and a folder", async () => {
    const cwd = temporaryFiles({ "bad.yaml": `${service}---\n${route("crat")}` });
    const input = readFileSync(join(cwd, "bad.yaml"), "utf8");
    const piped = await execa(
      join(import.meta.dirname, "../../../bin/heddle"),
      ["check", "-", ...only],
      {
        input,
        reject: false,
      },
    );
    expect(piped.exitCode).toBe(1);
    expect(piped.stdout).toContain("stdin:");
    expect((await json([".", ...only], cwd)).exitCode).toBe(1);
  });

  test.each([
    [["none.yaml"]],
    [["good.yaml", "none.yaml"]],
    [["good.yaml", "--select", "HED4999"]],
    [["good.yaml", "--severity", "fatal"]],
    [["good.yaml", "--baseline", "none.json"]],
    [["good.yaml", "--config", "bad-settings.yaml"]],
  ])("%j could not be checked: 2", async (args) => {
    const cwd = temporaryFiles({ "good.yaml": service, "bad-settings.yaml": "selekt: []\n" });
    expect((await runHeddle(["check", ...args], { cwd })).exitCode).toBe(2);
  });

  test("select and ignore by code, rule, start and id of another tool", async () => {
    const cwd = temporaryFiles({ "bad.yaml": `${service}---\n${route("crat")}` });
    for (const id of [
      "HED4003",
      "HED400",
      "routing/route-to-unknown-host",
      "routing/",
      "IST0101",
      "ist01",
      "rout*host",
    ]) {
      const { diagnostics } = await json(["bad.yaml", "--select", id], cwd);
      expect(
        diagnostics.map(({ code }) => code),
        id,
      ).toContain("HED4003");
      const rest = await json(["bad.yaml", "--ignore", id], cwd);
      expect(
        rest.diagnostics.map(({ code }) => code),
        id,
      ).not.toContain("HED4003");
    }
  });
});

describe("what is left out", () => {
  test.each([
    ["above the field", "# heddle-ignore HED4003: elsewhere", 0],
    ["by the id of another tool", "# heddle-ignore IST0101: elsewhere until 2999-01-01", 0],
    ["another rule", "# heddle-ignore HED4002: elsewhere", 1],
    ["no reason", "# heddle-ignore HED4003", 1],
    ["expired", "# heddle-ignore HED4003: old until 2020-01-01", 1],
  ])("a comment: %s", async (_, comment, exitCode) => {
    const cwd = temporaryFiles({ "a.yaml": `${service}---\n${route("crat", comment)}` });
    const result = await json(["a.yaml", ...only], cwd);
    expect(result.exitCode).toBe(exitCode);
    expect(result.summary["suppressed"]).toBe(exitCode === 0 ? 1 : 0);
  });

  test("a comment in a mesh, and in its environment", async () => {
    const ignore = "# heddle-ignore HED4004: the old clients until 2999-01-01\n";
    const mesh = (comment: string, mtls: string) =>
      `name: shop\n${comment}trust: { domain: shop.example, mtls: ${mtls} }\nservices: { web: {} }\n`;
    const cwd = temporaryFiles({
      "open.yaml": mesh("", "permissive"),
      "ignored.yaml": mesh(ignore, "permissive"),
      "strict.yaml": mesh("", "strict"),
      "dev.yaml": `${ignore}trust: { mtls: permissive }\n`,
    });
    const select = ["--select", "HED4004"];
    expect(await json(["open.yaml", ...select], cwd)).toMatchObject({ exitCode: 1 });
    for (const args of [["ignored.yaml"], ["strict.yaml", "--environment", "dev.yaml"]]) {
      expect(await json([...args, ...select], cwd)).toMatchObject({
        exitCode: 0,
        summary: { suppressed: 1 },
      });
    }
  });

  test("an annotation", async () => {
    const annotated = route("crat").replace(
      "namespace: shop }",
      'namespace: shop, annotations: { heddle.dev/ignore: "HED4003: elsewhere" } }',
    );
    const cwd = temporaryFiles({ "a.yaml": `${service}---\n${annotated}` });
    expect(await json(["a.yaml", ...only], cwd)).toMatchObject({
      exitCode: 0,
      summary: { suppressed: 1 },
    });
  });

  test("old findings, by a baseline that survives moved lines", async () => {
    const cwd = temporaryFiles({ "a.yaml": `${service}---\n${route("crat")}` });
    const baseline = ["--baseline", "old.json"];
    expect(
      (await runHeddle(["check", "a.yaml", ...baseline, "--write-baseline"], { cwd })).exitCode,
    ).toBe(0);
    writeFileSync(join(cwd, "a.yaml"), `# moved\n\n${service}---\n${route("crat")}`);
    expect((await json(["a.yaml", ...only, ...baseline], cwd)).exitCode).toBe(0);
    writeFileSync(join(cwd, "a.yaml"), `${service}---\n${route("carrt")}`);
    expect((await json(["a.yaml", ...only, ...baseline], cwd)).exitCode).toBe(1);
  });

  test("settings: severities, and what is deployed elsewhere", async () => {
    const cwd = temporaryFiles({
      "heddle.check.yaml": "select: HED4003\nrules: { HED4003: info }\ncontext: elsewhere.yaml\n",
      "elsewhere.yaml": service.replace("name: cart", "name: crat"),
      "a.yaml": `${service}---\n${route("crat")}`,
      "b.yaml": `${service}---\n${route("none")}`,
    });
    expect((await json(["a.yaml"], cwd)).exitCode).toBe(0);
    expect((await json(["b.yaml"], cwd)).diagnostics.map(({ severity }) => severity)).toEqual([
      "info",
    ]);
    expect((await json(["b.yaml", "--severity", "warning"], cwd)).exitCode).toBe(0);
  });
});

test("what is deployed elsewhere may be a mesh, and what cannot be read of it is told", async () => {
  const mesh = "apiVersion: heddle/v1\nname: shop\ntrust: { domain: shop.example }\n";
  const cwd = temporaryFiles({
    "a.yaml": `${service}---\n${route("crat")}`,
    "mesh.yaml": `${mesh}services: { crat: {} }\n`,
    "mesh.mts":
      'export default { name: "shop", trust: { domain: "shop.example" }, services: { crat: {} } };\n',
    "wrong.yaml": `${mesh}services: { crat: { prot: 80 } }\n`,
    "broken.yaml": "kind: [\n",
  });
  const codes = async (...context: string[]): Promise<readonly string[]> => {
    const { diagnostics } = await json(["a.yaml", ...only, "--context", ...context], cwd);
    return diagnostics.map(({ code, file }) => [code, file].join(" "));
  };
  expect(await codes("mesh.yaml")).toEqual([]);
  expect(await codes("mesh.mts")).toEqual([]);
  expect(await codes("wrong.yaml")).toEqual(["HED1007 wrong.yaml", "HED4003 a.yaml"]);
  expect(await codes("broken.yaml")).toEqual(["HED1003 broken.yaml", "HED4003 a.yaml"]);
  expect(await codes("broken.yaml", "--ignore", "HED1003")).toEqual(["HED4003 a.yaml"]);
});

describe("formats", () => {
  const cwdOf = () => temporaryFiles({ "a.yaml": `${service}---\n${route('"<&%\\n>"')}` });

  test("SARIF", async () => {
    const { stdout } = await runHeddle(["check", "a.yaml", ...only, "-f", "sarif"], {
      cwd: cwdOf(),
    });
    expect(JSON.parse(stdout)).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "heddle", rules: [{ id: "HED4003" }] } },
          results: [
            {
              ruleId: "HED4003",
              ruleIndex: 0,
              level: "error",
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "a.yaml" },
                    region: { startLine: 16 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test("JUnit and GitHub escape what they print", async () => {
    const junit = await runHeddle(["check", "a.yaml", ...only, "-f", "junit"], { cwd: cwdOf() });
    expect(junit.stdout).toContain("&lt;&amp;%&#10;&gt;");
    const github = await runHeddle(["check", "a.yaml", ...only, "-f", "github"], { cwd: cwdOf() });
    expect(github.stdout).toMatch(
      /^::error file=a\.yaml,line=16,col=\d+,title=HED4003[^:]*::[^\n]*<&%25%0A>/,
    );
  });

  test("nothing of a Secret is printed", async () => {
    const secret = "apiVersion: v1\nkind: Secret\nmetadata: { name: s }\ndata:\n  key: [aGVsbG8=\n";
    const { stdout } = await runHeddle(["check", "-f", "text", "a.yaml"], {
      cwd: temporaryFiles({ "a.yaml": secret }),
    });
    expect(stdout).toContain("HED1003");
    expect(stdout).not.toContain("aGVsbG8");
  });
});

test.each([["HED4003"], ["routing/route-to-unknown-host"], ["IST0101"], ["HED1003"]])(
  "heddle explain %s",
  async (id) => {
    const { stdout, exitCode } = await runHeddle(["explain", id]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(id);
    expect((await runHeddle(["explain", "nothing"])).exitCode).toBe(2);
  },
);

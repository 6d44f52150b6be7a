import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { temporaryFiles } from "../source/temporary-files.ts";
import { runHeddle } from "./run-heddle.ts";

const root = resolve(import.meta.dirname, "../..");
const head = "name: shop\ntrust: { domain: shop.example }\n";

describe("heddle check", () => {
  test("the shop is right: 0", async () => {
    const run = await runHeddle(["check", "-e", "environments/prod.yaml"], { cwd: root });
    expect(run.stdout).toContain("8 services, 9 calls, 1 gateway host: no findings");
    expect(run.exitCode).toBe(0);
  });

  test("findings of model, references and rules: 1, with place and fix", async () => {
    const cwd = temporaryFiles({
      "mesh.yaml": `${head}services: { web: { calls: { crat: {} } }, cart: {} }\n`,
      "rules.yaml": `${head}services: { web: {} }\nroutes: { web: { retries: { attempts: 2, on: [5xx] } } }\n`,
    });
    const references = await runHeddle(["check"], { cwd });
    expect(references.exitCode).toBe(1);
    expect(references.stdout).toMatch(
      /HED2001 error {2}mesh\.yaml:3:29.*\n.*unknown service.*\n.*did you mean "cart"/,
    );
    expect(references.stdout).toContain("\n1 mesh with errors: 1 error, ");
    const rules = await runHeddle(["check", "rules.yaml"], { cwd });
    expect(rules.stdout).toContain("HED4006");
    expect(rules.stdout).toContain("rules.yaml:4");
  });

  test("a module: 1, with place and excerpt, and comments that suppress", async () => {
    const mesh = (comment: string): string => `const web = {
  calls: { cart: { timeout: "1s", retries: { attempts: 2, on: ["5xx"] } } }, ${comment}
};
export const mesh = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "strict" },
  services: { web, cart: {} },
};
`;
    const cwd = temporaryFiles({
      "mesh.ts": mesh(""),
      "quiet.ts": mesh("// heddle-ignore HED4006, HED4504: by hand"),
    });
    const plain = await runHeddle(["check", "mesh.ts"], { cwd });
    expect(plain.stdout).toMatch(/mesh\.ts:2:12 services\.web\.calls\.cart [^]*2 \| {3}calls: /);
    expect(plain.exitCode).toBe(1);
    const quiet = await runHeddle(["check", "quiet.ts", "--json"], { cwd });
    expect(JSON.parse(quiet.stdout)).toMatchObject({ ok: true, summary: { suppressed: 2 } });
    expect(quiet.exitCode).toBe(0);
  });

  test("an environment sets severities, and a rule that does not exist is an error", async () => {
    const cwd = temporaryFiles({
      "mesh.yaml": `${head}services: { web: {} }\nroutes: { web: { retries: { attempts: 2, on: [5xx] } } }\n`,
      "off.yaml": "rules: { resilience/retry-without-per-try-timeout: off }\n",
      "typo.yaml": "rules: { resilience/retry-without-per-try-timeot: off }\n",
    });
    const off = await runHeddle(["check", "-e", "off.yaml", "--json"], { cwd });
    expect(JSON.parse(off.stdout)).toMatchObject({ ok: true, diagnostics: [] });
    expect(off.exitCode).toBe(0);
    const typo = await runHeddle(["check", "-e", "typo.yaml"], { cwd });
    expect(typo.stdout).toMatch(/HED1009 error {2}typo\.yaml:1:\d+[^]*did you mean/);
    expect(typo.exitCode).toBe(1);
  });

  test("a missing file: 2; a wrong option: 2", async () => {
    expect((await runHeddle(["check", "nowhere.yaml"])).exitCode).toBe(2);
    expect((await runHeddle(["check", "--nope"])).exitCode).toBe(2);
    expect((await runHeddle(["check", "--help"])).stdout).toContain("Examples:");
  });
});

describe("heddle render", () => {
  test("prints manifests as YAML or as a List, of one target or of both", async () => {
    const args = ["render", "-e", "environments/dev.yaml"];
    const yaml = await runHeddle(args, { cwd: root });
    const documents = parseAllDocuments(yaml.stdout).map((each) => each.toJS() as { kind: string });
    const json = await runHeddle([...args, "--json"], { cwd: root });
    expect((JSON.parse(json.stdout) as { items: unknown }).items).toEqual(documents);
    expect(documents.filter(({ kind }) => kind === "Deployment")).toHaveLength(9);
    const istio = await runHeddle([...args, "--target", "istio"], { cwd: root });
    expect(istio.stdout).not.toContain("kind: Deployment");
    expect(istio.stdout).toContain("kind: VirtualService");
  });

  test("prints objects of the Gateway API once its losses are accepted", async () => {
    const cwd = temporaryFiles({
      "mesh.yaml": `${head}services: { web: {} }\nroutes: { web: { timeout: 1s } }\n`,
    });
    const args = ["render", "--target", "gateway-api"];
    const refused = await runHeddle(args, { cwd });
    expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
    expect(refused.stderr).toContain("trust/mtls-strict");
    const losses = ["trust/mtls-strict", "access/declared-calls"];
    const accepted = losses.flatMap((loss) => ["--accept-loss", loss]);
    const run = await runHeddle([...args, ...accepted], { cwd });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("kind: HTTPRoute");
    expect(run.stderr).toContain("HED3001");
  });

  test("prints Ingresses once their losses are accepted", async () => {
    const cwd = temporaryFiles({
      "mesh.yaml": `${head}services: { web: {} }\ngateways: { edge: { hosts: { a.example: { service: web } } } }\n`,
    });
    const args = ["render", "--target", "ingress"];
    expect(await runHeddle(args, { cwd })).toMatchObject({ exitCode: 1, stdout: "" });
    const losses = ["trust/mtls-strict", "access/declared-calls"];
    const run = await runHeddle([...args, "--accept-loss", ...losses], { cwd });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("kind: Ingress");
  });

  test("prints nothing of a wrong mesh", async () => {
    const cwd = temporaryFiles({ "mesh.yaml": `${head}services: { web: { port: 0 } }\n` });
    const run = await runHeddle(["render"], { cwd });
    expect(run).toMatchObject({ exitCode: 1, stdout: "" });
    expect(run.stderr).toContain("HED1009");
  });
});

test.each(["mesh", "environment"])("heddle schema %s prints the committed schema", async (kind) => {
  const run = await runHeddle(["schema", kind]);
  const committed = readFileSync(join(root, `schemas/${kind}.schema.json`), "utf8");
  expect(run.stdout).toBe(committed.trimEnd());
});

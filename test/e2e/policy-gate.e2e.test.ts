import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pulumiEnvironment, type PulumiEnvironment } from "../../tools/pulumi-environment.ts";
import { rightMesh, withChange, wrongMeshes } from "./policy-gate/wrong-meshes.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";

const checkout = join(import.meta.dirname, "../..");
const pack = join(checkout, "policies/baseline");

let folder: string;
let program: string;
let environment: PulumiEnvironment;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heddle-policy-gate-"));
  program = join(folder, "program");
  await cp(join(import.meta.dirname, "policy-gate"), program, { recursive: true });
  await symlink(join(checkout, "node_modules"), join(program, "node_modules"));
  await mkdir(join(folder, "state"));
  environment = await pulumiEnvironment({
    backend: `file://${join(folder, "state")}`,
    passphrase: "not a secret",
  });
  await pulumi("stack", "init", "gate");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function pulumi(...args: readonly string[]) {
  return execa(environment.pulumi, [...args, "--non-interactive", "--color=never"], {
    cwd: program,
    env: { ...environment.env, KUBECONFIG: kubeconfig },
    extendEnv: false,
    reject: false,
    all: true,
    timeout: 120_000,
  });
}

/** Runs the real engine with the real pack over a mesh. */
async function gate(mesh: string, operation: readonly string[] = ["preview"]) {
  const file = join(folder, "mesh.yaml");
  await writeFile(file, mesh);
  return pulumi(...operation, "--policy-pack", pack, "--config", `mesh=${file}`);
}

test("the right mesh passes", async () => {
  const result = await gate(rightMesh);
  expect(result.all).toContain("heddle-baseline");
  expect(result.all).not.toMatch(/HED\d{4}/);
  expect(result.exitCode).toBe(0);
});

describe.each(wrongMeshes.map((each) => [each.rule, each] as const))("%s", (rule, wrong) => {
  test("blocks the preview with code, place and fix", async () => {
    const result = await gate(withChange(wrong.change));
    expect(result.all).toContain("- [mandatory]  blocking-rules  (");
    expect(result.all).toContain(`rule: ${rule}`);
    expect(result.all).toContain(`${wrong.code} error  ${wrong.place}`);
    expect(result.all).toContain(`fix: ${wrong.fix}`);
    expect(result.exitCode).not.toBe(0);
  });
});

test("`pulumi up` is blocked too, before anything is made", async () => {
  const [wrong] = wrongMeshes;
  const result = await gate(withChange(wrong?.change ?? ["", ""]), ["up", "--yes"]);
  expect(result.all).toContain("HED4001");
  expect(result.exitCode).not.toBe(0);
  const state = await pulumi("stack", "export");
  expect(state.stdout).not.toContain("kubernetes:");
});

test("a value that only the deploy gives is shown as undecided, and does not block", async () => {
  const result = await gate(withChange(["hosts: [shop.example]\n---", "hosts: [(later)]\n---"]));
  expect(result.all).toContain("- [advisory]  undecided  (");
  expect(result.all).toContain("HED4009 info  Gateway shop/edge: spec.servers[0].hosts[0]");
  expect(result.all).not.toContain("[mandatory]");
  expect(result.exitCode).toBe(0);
});

test("what another stack has is declared to the pack", async () => {
  const change = ["gateways: [edge]", "gateways: [edge, platform/edge]"] as const;
  const missing = await gate(withChange(change));
  expect(missing.all).toContain("rule: routing/unknown-gateway");
  expect(missing.exitCode).not.toBe(0);
  const servers = [
    { port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["shop.example"] },
  ];
  const platform = {
    apiVersion: "networking.istio.io/v1",
    kind: "Gateway",
    metadata: { name: "edge", namespace: "platform" },
    spec: { selector: { istio: "platform" }, servers },
  };
  const config = join(folder, "context.json");
  await writeFile(config, JSON.stringify({ rules: { context: [platform] } }));
  const result = await gate(withChange(change), ["preview", "--policy-pack-config", config]);
  expect(result.all).not.toContain("[mandatory]");
  expect(result.exitCode).toBe(0);
});

test("the configuration of the pack lowers one rule to a notice", async () => {
  const config = join(folder, "levels.json");
  await writeFile(config, JSON.stringify({ rules: { "routing/split-weights": "advisory" } }));
  const wrong = wrongMeshes.find((each) => each.rule === "routing/split-weights");
  const result = await gate(withChange(wrong?.change ?? ["", ""]), [
    "preview",
    "--policy-pack-config",
    config,
  ]);
  expect(result.all).toContain("HED4002");
  expect(result.exitCode).toBe(0);
});

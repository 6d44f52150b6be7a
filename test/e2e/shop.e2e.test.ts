import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { changeUnderLoad } from "../../demo/change-under-load.ts";
import { demoPathsBelow, type DemoPaths } from "../../demo/demo-paths.ts";
import { openDemoWorkspace, type DemoWorkspace } from "../../demo/demo-workspace.ts";
import { deployDemo, describeDeployment } from "../../demo/deploy-demo.ts";
import { pulumiUp } from "../../demo/run-pulumi.ts";
import { scenarios, type Deployment } from "../../demo/scenarios/index.ts";
import { refuseWrongManifest, refuseWrongModel } from "../../demo/wrong-changes.ts";
import { runHeddle } from "../cli/run-heddle.ts";
import { complaints } from "./setup/complaints.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";

/** The shop of this repository, deployed by the real engine, with real proxies carrying real requests. */
describe("the shop on a real cluster", () => {
  let root: string;
  let paths: DemoPaths;
  let workspace: DemoWorkspace;
  let deployment: Deployment;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "heddle-shop-"));
    paths = demoPathsBelow(root);
    workspace = await openDemoWorkspace(paths, kubeconfig);
    await interruptUp(workspace);
    await deployDemo(workspace);
    deployment = await describeDeployment(workspace, paths, kubeconfig);
  }, 600_000);

  afterAll(async () => {
    await workspace.stack.destroy();
    await rm(root, { recursive: true, force: true });
  }, 300_000);

  test.each(scenarios)("$title", async (scenario) => {
    expect(await scenario.run(deployment)).toMatchObject({ pass: true });
  });

  test("a second up changes nothing", async () => {
    const { ok, changes, output } = await pulumiUp(workspace.stack);
    expect({ ok, changed: Object.keys(changes), output }).toMatchObject({
      ok: true,
      changed: ["same"],
    });
  });

  test("a split to an unknown version is refused with the place in the author's file", async () => {
    const { output, ...outcome } = await refuseWrongModel(workspace);
    expect(outcome).toMatchObject({ pass: true });
    expect(output).toMatch(/environment\.yaml:\d+:\d+/);
  });

  test("a hand-written route to an unknown version is blocked by the policy gate", async () => {
    const { output, ...outcome } = await refuseWrongManifest(workspace, paths);
    expect(outcome).toMatchObject({ pass: true });
    expect(output).toMatch(/fix:/);
  });

  test("a change of the split under load loses no request", async () => {
    const weights = { v1: 50, v2: 50 };
    const apply = async (): Promise<void> => {
      await workspace.setSplit("cart", weights);
      await deployDemo(workspace);
    };
    for (const outcome of await changeUnderLoad(deployment, weights, apply)) {
      expect(outcome).toMatchObject({ pass: true });
    }
  });

  test("heddle check reads what runs, and has nothing against it", async () => {
    const { exitCode, found, summary } = await checkCluster(["--severity", "warning"]);
    expect({ exitCode, found }).toEqual({ exitCode: 0, found: [] });
    expect(summary.cluster?.objects).toBeGreaterThan(100);
  });

  test("heddle check finds what somebody changed by hand in the cluster", async () => {
    await kubectl(kubeconfig, ["apply", "--filename=-"], lostRoute);
    try {
      const { exitCode, found } = await checkCluster(["--severity", "error"]);
      expect({ exitCode, found }).toEqual({
        exitCode: 1,
        found: ["HED4003 VirtualService shop/by-hand"],
      });
    } finally {
      await kubectl(kubeconfig, ["delete", "--filename=-"], lostRoute);
    }
  });

  test("what runs answers questions about files, and nothing is said of it", async () => {
    const file = join(root, "routes.yaml");
    await writeFile(
      file,
      `${lostRoute}---\n${lostRoute.replace("nobody", "cart").replace("by-hand", "more")}`,
    );
    const { found } = await checkCluster([file, "--select", "HED4003"]);
    expect(found).toEqual(["HED4003 VirtualService shop/by-hand"]);
  });

  test("neither a proxy nor istiod complains of what it was given", async () => {
    expect(await complaints(kubeconfig)).toEqual([]);
  });
});

/** A route that nobody wrote with Heddle, to a service that there is not. */
const lostRoute = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: by-hand, namespace: shop }
spec:
  hosts: [by-hand.example.com]
  http: [{ route: [{ destination: { host: nobody.shop.svc.cluster.local } }] }]
`;

/** `heddle check --cluster`, as somebody with the bench's kubeconfig runs it. */
async function checkCluster(args: readonly string[]) {
  const { exitCode, stdout, stderr } = await runHeddle(["check", ...args, "--cluster", "--json"], {
    env: { KUBECONFIG: kubeconfig },
  });
  const { diagnostics, summary } = output.parse(JSON.parse(stdout === "" ? stderr : stdout));
  const found = diagnostics.map(
    ({ code, resource: { kind, namespace, name } }) => `${code} ${kind} ${namespace ?? ""}/${name}`,
  );
  return { exitCode, found, summary };
}

const output = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      resource: z.object({
        kind: z.string(),
        namespace: z.string().optional(),
        name: z.string(),
      }),
    }),
  ),
  summary: z.object({ cluster: z.object({ objects: z.number() }).optional() }),
});

/**
 * Starts `pulumi up` and interrupts it in the middle, once the first resources exist, as Ctrl-C does. What follows in
 * every test is the proof that it can be repaired.
 */
async function interruptUp({ stack }: DemoWorkspace): Promise<void> {
  const interrupt = new AbortController();
  let created = 0;
  const up = stack.up({
    signal: interrupt.signal,
    onEvent: ({ resOutputsEvent }) => {
      if (resOutputsEvent?.metadata.op === "create") created += 1;
      if (created === 8) interrupt.abort();
    },
  });
  await expect(up).rejects.toThrow();
}

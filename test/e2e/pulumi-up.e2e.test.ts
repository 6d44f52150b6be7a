import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { DemoPaths } from "../../demo/demo-paths.ts";
import { openDemoWorkspace, type DemoWorkspace } from "../../demo/demo-workspace.ts";
import { findPrivateKeys, traces } from "./private-keys.ts";

/** What `pulumi up` leaves behind: nothing to do for the next one, and no key that anybody could read. */
describe("pulumi up", () => {
  let root: string;
  let workspace: DemoWorkspace;
  let paths: DemoPaths;
  let log = "";
  const onOutput = (text: string): void => void (log += text);

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "heddle-up-"));
    paths = {
      workspace: join(root, "project"),
      backend: join(root, "backend"),
      passphraseFile: join(root, "passphrase"),
      environmentFile: join(root, "project", "environment.yaml"),
    };
    workspace = await openDemoWorkspace(paths, inject("kubeconfig"));
    await workspace.stack.up({ onOutput, diff: true });
  });

  afterAll(async () => {
    await workspace.stack.destroy();
    await rm(root, { recursive: true, force: true });
  });

  test("a second one has nothing to do", async () => {
    const { changeSummary } = await workspace.stack.preview({ onOutput });
    expect(Object.keys(changeSummary)).toEqual(["same"]);
  });

  test("a preview with a refresh finds no drift, and no conflict with istiod", async () => {
    const { changeSummary, stdout } = await workspace.stack.preview({ refresh: true, onOutput });
    expect(Object.keys(changeSummary)).toEqual(["same"]);
    expect(stdout).not.toMatch(/conflict/i);
  });

  test("no private key is readable in state, log, plan or outputs", async () => {
    const keys = findPrivateKeys(JSON.stringify(await exportWithSecrets(workspace)));
    // Two authorities of the mesh, one authority and one server of the gateway.
    expect(keys).toHaveLength(4);
    const plan = join(root, "plan.json");
    await workspace.stack.preview({ plan, onOutput });
    const places = {
      log,
      plan: await readFile(plan, "utf8"),
      state: JSON.stringify(await workspace.stack.exportStack()),
      outputs: JSON.stringify(await workspace.stack.outputs()),
      settings: await readFile(join(paths.workspace, "Pulumi.dev.yaml"), "utf8"),
    };
    for (const [place, text] of Object.entries(places)) {
      expect(text, place).not.toContain("PRIVATE KEY");
      for (const trace of keys.flatMap(traces)) expect(text.includes(trace), place).toBe(false);
    }
  });
});

/** The state as the holder of the passphrase sees it. */
async function exportWithSecrets({ stack }: DemoWorkspace): Promise<unknown> {
  const { execa } = await import("execa");
  const { envVars } = stack.workspace;
  const { stdout } = await execa(
    "pulumi",
    ["stack", "export", "--show-secrets", "--stack", stack.name],
    { cwd: stack.workspace.workDir, env: { ...envVars }, all: false },
  );
  return JSON.parse(stdout);
}

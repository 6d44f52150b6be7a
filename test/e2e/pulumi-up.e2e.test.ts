import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineEvent, PreviewOptions } from "@pulumi/pulumi/automation/index.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoPathsBelow, type DemoPaths } from "../../demo/demo-paths.ts";
import { openDemoWorkspace, type DemoWorkspace } from "../../demo/demo-workspace.ts";
import { findPrivateKeys, traces } from "./private-keys.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";

/** What `pulumi up` leaves behind: nothing to do for the next one, and no key that anybody could read. */
describe("pulumi up", () => {
  let root: string;
  let workspace: DemoWorkspace;
  let paths: DemoPaths;
  let log = "";
  const onOutput = (text: string): void => void (log += text);

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "heddle-up-"));
    paths = demoPathsBelow(root);
    workspace = await openDemoWorkspace(paths, kubeconfig);
    await workspace.stack.up({ onOutput, diff: true });
  });

  afterAll(async () => {
    await workspace.stack.destroy();
    await rm(root, { recursive: true, force: true });
  });

  test("a second one has nothing to do", async () => {
    const { changes } = await previewChanges(workspace, { onOutput });
    expect(changes).toEqual([]);
  });

  test("a preview with a refresh finds no drift, and no conflict with istiod", async () => {
    const { changes, said } = await previewChanges(workspace, { refresh: true, onOutput });
    expect(changes).toEqual([]);
    expect(said).not.toMatch(/conflict/i);
  });

  test("no private key is readable in state, history, log, plan, outputs or settings", async () => {
    // What the holder of the passphrase sees.
    const state: unknown = await workspace.stack.exportStack();
    const keys = findPrivateKeys(JSON.stringify(state));
    // Two authorities of the mesh, one authority and one server of the gateway.
    expect(keys.length).toBe(4);
    const planFile = join(root, "plan.json");
    await workspace.stack.preview({ plan: planFile, onOutput });
    const places = {
      log,
      plan: await readFile(planFile, "utf8"),
      outputs: JSON.stringify(await workspace.stack.outputs()),
      ...(await readFolder(paths.backend)),
      settings: await readFile(join(paths.workspace, "Pulumi.dev.yaml"), "utf8"),
    };
    const signs = ["PRIVATE KEY", ...keys.flatMap(traces)];
    // Never the texts themselves: what fails here must not print a key.
    const leaks = Object.entries(places)
      .filter(([, text]) => signs.some((sign) => text.includes(sign)))
      .map(([place]) => place);
    expect(leaks).toEqual([]);
    expect(Object.keys(places).some((place) => place.endsWith("dev.json"))).toBe(true);
  });
});

/** What a preview would change, each with the fields that differ: what one must know of an unexpected change. */
async function previewChanges(
  { stack }: DemoWorkspace,
  options: PreviewOptions,
): Promise<{ readonly changes: readonly string[]; readonly said: string }> {
  const changes: string[] = [];
  const onEvent = ({ resourcePreEvent }: EngineEvent): void => {
    if (resourcePreEvent === undefined) return;
    const { op, urn, diffs, detailedDiff } = resourcePreEvent.metadata;
    if (op !== "same" && op !== "refresh") {
      changes.push(`${op} ${urn}: ${Object.keys(detailedDiff ?? diffs ?? {}).join(", ")}`);
    }
  };
  const { changeSummary, stdout } = await stack.preview({ ...options, onEvent });
  expect(changeSummary.same).toBeGreaterThan(0);
  return { changes, said: stdout };
}

/** Every file of a folder by its path. */
async function readFolder(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path, await readFile(path, "utf8")] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

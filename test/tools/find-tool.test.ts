import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { afterEach, describe, expect, it, vi } from "vitest";

import { findTool } from "../../tools/find-tool.ts";
import { installedPath } from "../../tools/tools-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

async function program(path: string, output: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\necho '${output}'\n`);
  await chmod(path, 0o755);
}

/** A machine of its own: one folder on PATH, an empty cache, an empty Pulumi home. */
async function emptyMachine(): Promise<string> {
  const folder = await temporaryFolder();
  vi.stubEnv("PATH", join(folder, "bin"));
  vi.stubEnv("XDG_CACHE_HOME", join(folder, "cache"));
  vi.stubEnv("PULUMI_HOME", join(folder, "pulumi"));
  return folder;
}

describe("finding a tool", () => {
  it("takes the one on PATH when its version fits", async () => {
    const folder = await emptyMachine();
    await program(join(folder, "bin", "kubelet"), "Kubernetes v1.34.3");
    const path = join(folder, "bin", "kubelet");
    expect(await findTool("kubelet")).toEqual({ name: "kubelet", path, from: "PATH" });
  });

  it("passes by another version on PATH and takes the cached one", async () => {
    const folder = await emptyMachine();
    await program(join(folder, "bin", "kubelet"), "Kubernetes v1.30.1");
    expect(await findTool("kubelet")).toBeUndefined();
    const path = installedPath("kubelet", "1.34.3");
    await program(path, "");
    expect(await findTool("kubelet")).toEqual({ name: "kubelet", path, from: "cache" });
  });

  it.each([
    ["v3.259.0", true],
    ["v3.222.0", true],
    ["v3.270.1", true],
    ["v3.1000.0", true],
    ["v3.99.0", false],
    ["v4.300.0", false],
  ])("of Pulumi %s on PATH uses it: %s", async (version, used) => {
    const folder = await emptyMachine();
    await program(join(folder, "bin", "pulumi"), version);
    expect((await findTool("pulumi")) !== undefined).toBe(used);
  });

  it("takes a provider from the Pulumi home", async () => {
    const folder = await emptyMachine();
    const name = "pulumi-resource-kubernetes";
    const path = join(folder, "pulumi", "plugins", "resource-kubernetes-v4.25.0", name);
    await program(path, "");
    expect(await findTool(name)).toEqual({ name, path, from: "Pulumi home" });
  });
});

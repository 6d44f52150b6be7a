import { chmod, mkdir, readlink, stat, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";

import { afterEach, describe, expect, it, vi } from "vitest";

import { pulumiEnvironment } from "../../tools/pulumi-environment.ts";
import { installedPath } from "../../tools/tools-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

async function program(path: string, script = ""): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

/** A machine whose cache holds the providers; Pulumi is the caller's matter. */
async function machine(): Promise<string> {
  const folder = await temporaryFolder();
  vi.stubEnv("PATH", join(folder, "bin"));
  vi.stubEnv("XDG_CACHE_HOME", join(folder, "cache"));
  vi.stubEnv("PULUMI_HOME", join(folder, "pulumi"));
  await program(installedPath("pulumi-resource-kubernetes", "4.25.0"));
  await program(installedPath("pulumi-resource-tls", "5.6.1"));
  return folder;
}

describe("Pulumi's environment", () => {
  it("gives the built Pulumi our language host and the providers as plugins", async () => {
    const folder = await machine();
    const cli = await program(installedPath("pulumi", "3.259.0"));
    const { env, pulumi } = await pulumiEnvironment({ backend: "file:///b", passphrase: "p" });
    expect(pulumi).toBe(cli);
    const home = join(folder, "cache", "heddle", "pulumi-home");
    expect(env).toMatchObject({
      PULUMI_HOME: home,
      PULUMI_BACKEND_URL: "file:///b",
      PULUMI_CONFIG_PASSPHRASE: "p",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
    });
    expect((await stat(env["HEDDLE_LANGUAGE_HOST"] ?? "")).isFile()).toBe(true);
    expect(env["PATH"]?.split(delimiter)).toEqual([
      dirname(cli),
      dirname(process.execPath),
      join(folder, "bin"),
    ]);
    const plugins = join(home, "plugins");
    expect(await readlink(join(plugins, "resource-tls-v5.6.1", "pulumi-resource-tls"))).toBe(
      installedPath("pulumi-resource-tls", "5.6.1"),
    );
    const launcher = join(plugins, "language-nodejs-v3.259.0", "pulumi-language-nodejs");
    expect((await stat(launcher)).mode & 0o111).toBe(0o111);
  });

  it("leaves an installed Pulumi its own language host", async () => {
    const folder = await machine();
    const cli = await program(join(folder, "bin", "pulumi"), "echo v3.260.0");
    await program(join(folder, "bin", "pulumi-language-nodejs"));
    const { env, pulumi } = await pulumiEnvironment({
      backend: "file:///b",
      home: join(folder, "h"),
    });
    expect(pulumi).toBe(cli);
    expect(env).not.toHaveProperty("HEDDLE_LANGUAGE_HOST");
    expect(env).not.toHaveProperty("PULUMI_IGNORE_AMBIENT_PLUGINS");
  });

  it("does not let an inherited passphrase hide the file", async () => {
    await machine();
    await program(installedPath("pulumi", "3.259.0"));
    vi.stubEnv("PULUMI_CONFIG_PASSPHRASE", "inherited");
    const { env } = await pulumiEnvironment({ backend: "file:///b", passphraseFile: "/f" });
    expect(env).toMatchObject({ PULUMI_CONFIG_PASSPHRASE_FILE: "/f" });
    expect(env).not.toHaveProperty("PULUMI_CONFIG_PASSPHRASE");
  });
});

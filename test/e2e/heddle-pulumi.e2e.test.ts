import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { kubeconfig } from "./setup/kubeconfig.ts";

const checkout = resolve(import.meta.dirname, "../..");

/** The lines of the README, in a project folder of its own: Pulumi writes a stack's salt into the settings beside. */
describe("heddle pulumi", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "heddle-pulumi-"));
    const project = parseDocument(await readFile(join(checkout, "Pulumi.yaml"), "utf8"));
    project.set("main", join(checkout, "index.ts"));
    await writeFile(join(folder, "Pulumi.yaml"), project.toString());
    await cp(join(checkout, "Pulumi.dev.yaml"), join(folder, "Pulumi.dev.yaml"));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** State and passphrase of a user who has never used it: in a home of its own. */
  const heddlePulumi = (...args: string[]) =>
    execa(join(checkout, "bin", "heddle"), ["pulumi", ...args], {
      cwd: folder,
      env: { KUBECONFIG: kubeconfig, XDG_STATE_HOME: join(folder, "home") },
      reject: false,
      stdin: "ignore",
      all: true,
      timeout: 500_000,
    });

  test("makes a stack, deploys it behind a gate, finds nothing to do, and removes it", async () => {
    expect(await heddlePulumi("stack", "init", "dev")).toMatchObject({ exitCode: 0 });
    const gate = ["--policy-pack", join(checkout, "policies", "baseline")];
    const up = await heddlePulumi("up", "--yes", "--stack", "dev", ...gate);
    expect(up, up.all).toMatchObject({ exitCode: 0 });
    expect(up.all).toContain("heddle-baseline");
    const again = await heddlePulumi("preview", "--stack", "dev", "--expect-no-changes");
    expect(again, again.all).toMatchObject({ exitCode: 0 });
    const down = await heddlePulumi("destroy", "--yes", "--stack", "dev");
    expect(down, down.all).toMatchObject({ exitCode: 0 });
    expect(await heddlePulumi("stack", "rm", "--yes", "dev")).toMatchObject({ exitCode: 0 });
  }, 600_000);

  test("ends with Pulumi's exit code", async () => {
    const { exitCode, all } = await heddlePulumi("preview", "--stack", "nobody");
    // Pulumi's own: no such stack.
    expect(exitCode).toBe(6);
    expect(all).toContain("no stack named 'nobody' found");
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { execa } from "execa";
import { benchPaths } from "../../bench/cluster/bench-paths.ts";
import { readBenchState, writeBenchState } from "../../bench/cluster/bench-state.ts";
import { ensureCertificates, tokenOf } from "../../bench/cluster/certificates.ts";
import { clusterFromEnvironment, listBenches } from "../../bench/cluster/index.ts";
import { writeKubeconfigs } from "../../bench/cluster/kubeconfig.ts";
import { isRunning, processStartTime } from "../../bench/cluster/process-identity.ts";
import { waitUntil } from "../../bench/cluster/wait-until.ts";

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "heddle-ground-"));
  vi.stubEnv("XDG_STATE_HOME", directory);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(directory, { recursive: true, force: true });
});

describe("the name of a bench", () => {
  test.each(["dev", "t-1", "a"])("may be %s", (name) => {
    expect(benchPaths(name).data).toBe(join(directory, "heddle", "bench", name));
  });

  test.each(["", "A", "-a", "a-", "../x", "a b", "1a", "a".repeat(25)])("may not be %j", (name) => {
    expect(() => benchPaths(name)).toThrow("HED1009");
  });
});

describe("the state", () => {
  const state = { version: 1 as const, id: "x", apiServerPort: 1, bootId: "b", processes: {} };

  test("is read as it was written, for its owner only", async () => {
    const paths = benchPaths("state");
    writeBenchState(paths, state);
    expect(await readBenchState(paths)).toEqual(state);
    expect((await stat(paths.state)).mode & 0o777).toBe(0o600);
    expect(await listBenches()).toContain("state");
  });

  test.each(["", "{", "[]", '{"version":2}'])("is unknown when the file holds %j", async (text) => {
    const paths = benchPaths("torn");
    writeBenchState(paths, state);
    await writeFile(paths.state, text);
    expect(await readBenchState(paths)).toBeUndefined();
  });
});

describe("a process", () => {
  test("is known by pid and start time together", async () => {
    const child = spawn("sleep", ["60"]);
    const pid = child.pid ?? 0;
    const startTime = processStartTime(pid) ?? "";
    expect(isRunning({ pid, startTime, command: "" })).toBe(true);
    expect(isRunning({ pid, startTime: "1", command: "" })).toBe(false);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(isRunning({ pid, startTime, command: "" })).toBe(false);
  });
});

describe("certificates and kubeconfigs", () => {
  test("are made once, chain to the bench's authority, and are for their owner only", async () => {
    const paths = benchPaths("pki");
    await ensureCertificates(paths, "heddle-pki");
    const token = await tokenOf(paths, "admin");
    await ensureCertificates(paths, "heddle-pki");
    expect(await tokenOf(paths, "admin")).toBe(token);
    const at = (file: string): string => join(paths.certificates, file);
    for (const name of ["apiserver", "kubelet", "kubelet-client"]) {
      const { stdout } = await execa("openssl", [
        ...["verify", "-CAfile", at("ca.crt"), at(`${name}.crt`)],
      ]);
      expect(stdout).toContain("OK");
    }
    for (const file of ["ca.key", "apiserver.key", "service-account.key", "tokens.csv"]) {
      expect((await stat(at(file))).mode & 0o777).toBe(0o600);
    }
    await writeKubeconfigs(paths, 1234);
    const host = await readFile(paths.kubeconfig, "utf8");
    expect(host).toContain("https://127.0.0.1:1234");
    expect(host).toContain(token);
    expect((await stat(paths.kubeconfig)).mode & 0o777).toBe(0o600);
  });
});

describe("waitUntil", () => {
  test("takes a failing look as not yet, and gives up in time", async () => {
    let looks = 0;
    const third = (): boolean => {
      looks += 1;
      if (looks < 3) throw new Error("not yet");
      return true;
    };
    expect(await waitUntil(third, { timeout: 5_000, interval: 1 })).toBe(true);
    expect(await waitUntil(() => false, { timeout: 20, interval: 5 })).toBe(false);
  });

  test("ends at once when told to abort", async () => {
    const abort = (): void => {
      throw new Error("dead");
    };
    await expect(waitUntil(() => false, { timeout: 60_000, abort })).rejects.toThrow("dead");
  });
});

describe("clusterFromEnvironment", () => {
  test("takes the user's cluster where KUBECONFIG names one", () => {
    expect(clusterFromEnvironment({ KUBECONFIG: "/k" })).toEqual({
      kind: "external",
      kubeconfig: "/k",
    });
    expect(clusterFromEnvironment({ KUBECONFIG: "" })).toEqual({ kind: "bench" });
    expect(clusterFromEnvironment({})).toEqual({ kind: "bench" });
  });
});

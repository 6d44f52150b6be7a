import { execa } from "execa";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemdUnit } from "../../edge/index.ts";
import { ensureSystemdAnalyze, ensureTools } from "../../tools/index.ts";

// What systemd itself says of the unit. Its checker needs no running systemd.

let folder: string;
let analyze: string;
let unit: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heddle-unit-"));
  analyze = await ensureSystemdAnalyze();
  const { envoy } = await ensureTools(["envoy"]);
  unit = systemdUnit({ name: "fra", root: folder, binary: envoy, concurrency: 2 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(text: string, ...words: readonly string[]) {
  const file = join(folder, "heddle-edge-fra.service");
  await writeFile(file, text);
  return execa(analyze, [...words, file], { reject: false });
}

describe("systemd", () => {
  test("knows every word of the unit", async () => {
    const { exitCode, stderr } = await ask(unit, "verify");
    expect([exitCode, stderr]).toEqual([0, ""]);
  });

  test("would complain of words and values that it does not know", async () => {
    const wrong = unit
      .replace("ProtectSystem=strict", "ProtectSystem=very")
      .replace("ProtectClock", "ProtectTime")
      .replaceAll(/^ExecStart=.*$/gm, "ExecStart=/nowhere/envoy");
    const { stderr } = await ask(wrong, "verify");
    expect(stderr).toMatch(/Failed to parse protect system value/);
    expect(stderr).toMatch(/Unknown key.* 'ProtectTime'/);
    expect(stderr).toMatch(/nowhere\/envoy/);
  });

  test("finds the proxy well shut in", async () => {
    // Tenths: 0 is the safest, 100 a program without any limit.
    const { exitCode, stdout } = await ask(unit, "security", "--offline=true", "--threshold=34");
    expect(exitCode, stdout).toBe(0);
  });
});

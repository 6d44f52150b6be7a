import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleSamplePrograms } from "../../bench/services/bundle.ts";
import { drive } from "../traffic/drive.ts";
import { startService } from "./start-process.ts";

let folder: string;

beforeAll(async () => {
  // Outside the project, so that no bundle finds the project's node_modules.
  folder = await mkdtemp(join(tmpdir(), "heddle-bundle-"));
  const programs = await bundleSamplePrograms();
  for (const name of ["main.mjs", "driver.mjs"] as const)
    await writeFile(join(folder, name), programs[name]);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test("the bundles run alone and speak every protocol", async () => {
  const service = await startService({ VERSION: "v7" }, join(folder, "main.mjs"));
  const program = join(folder, "driver.mjs");
  for (const url of [service.http, service.grpc, service.tcp]) {
    const run = await drive({ url, requests: 20, plan: { call: [service.grpc] } }, { program });
    expect(run, url).toMatchObject({ succeeded: 20, versions: { v7: 20 } });
  }
  expect(await service.stop()).toBe(0);
});

test("bundles are the same bytes each time, so that the image's tag can be their digest", async () => {
  expect(await bundleSamplePrograms()).toEqual(await bundleSamplePrograms());
});

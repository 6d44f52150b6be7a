import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import type { MeshDefinition } from "../model/index.ts";
import { freePorts } from "../test/edge/start-envoy.ts";
import { compileBenchmark } from "./edge-compile.ts";
import { startProcess } from "./edge-process.ts";

/** What so many routes with a split each cost: one line of text. */
export async function measureManyRoutes(
  envoy: string,
  folder: string,
  count: number,
): Promise<string> {
  const { http } = await freePorts("http");
  const endpoints = { web: { v1: ["127.0.0.1:1"], v2: ["127.0.0.1:1"] } };
  const begin = performance.now();
  const config = await compileBenchmark(meshOf(count), endpoints, http);
  const compileMs = performance.now() - begin;
  const file = join(folder, "many.json");
  await writeFile(file, config);
  const { durationMs } = await execa(envoy, ["--mode", "validate", "-c", file]);
  const proxy = await startProcess(envoy, { folder, config, port: http });
  const memory = await proxy.memory();
  await proxy.stop();
  return (
    `${String(count)} routes, ${(config.length / 1024).toFixed(0)} KiB: ` +
    `parse and compile ${compileMs.toFixed(0)} ms, validate ${durationMs.toFixed(0)} ms, ` +
    `start to first answer ${proxy.startMs.toFixed(0)} ms, memory ${memory.toFixed(0)} MiB`
  );
}

function meshOf(count: number): MeshDefinition {
  const rules = Array.from({ length: count }, (_, index) => ({
    name: `rule-${String(index)}`,
    matches: [{ path: { prefix: `/part-${String(index)}/` } }],
    timeout: "2s" as const,
    split: { v1: 90, v2: 10 },
  }));
  return {
    name: "shop",
    trust: { domain: "shop.example", mtls: "disabled" },
    services: { web: { versions: ["v1", "v2"] } },
    routes: { web: { rules, split: { v1: 100 } } },
    gateways: { edge: { hosts: { "shop.example": { service: "web" } } } },
  };
}

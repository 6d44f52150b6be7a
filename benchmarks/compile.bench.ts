/**
 * `node benchmarks/compile.bench.ts [services…]`: a mesh with one route, one policy and up to three calls a service, from
 * the author's data to each target's documents, beside cdk8s, which is given the finished objects. In turns, each run in
 * a process of its own.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { z } from "zod";
import { median } from "./module-load.ts";

const rounds = 3;
/** As `bin/heddle` starts Node; cdk8s gets the same. */
const launcher = readFileSync(join(import.meta.dirname, "../bin/heddle"), "utf8");
const flags = /^exec "\$node" ([^"]+)/m.exec(launcher)?.[1]?.match(/--\S+/g) ?? [];
if (flags.length === 0) throw new Error("bin/heddle starts Node in another way");
const given = process.argv.slice(2).map(Number);
// At 40,000 services the stack of cdk8s overflows.
const sizes = given.length > 0 ? given : [1000, 10_000];

const oursSchema = z.object({
  targets: z.object({ istio: z.number(), "gateway-api": z.number(), envoy: z.number() }),
  memory: z.number(),
  yaml: z.number(),
});
const theirsSchema = z.object({ objects: z.number(), memory: z.number(), yaml: z.number() });

const folder = mkdtempSync(join(tmpdir(), "heddle-compile-benchmark-"));
try {
  for (const services of sizes) await compare(services);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(services: number): Promise<void> {
  const objects = join(folder, "objects.json");
  const ours: z.infer<typeof oursSchema>[] = [];
  const theirs: z.infer<typeof theirsSchema>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(oursSchema.parse(await run("compile-targets.ts", [String(services), objects])));
    theirs.push(theirsSchema.parse(await run("synth-cdk8s.ts", [objects])));
  }
  console.log(`\n${String(services)} services, median of ${String(rounds)}`);
  for (const target of ["istio", "gateway-api", "envoy"] as const) {
    const time = median(ours.map(({ targets }) => targets[target]));
    console.log(`  model to ${target.padEnd(12)} ${seconds(time)} s`);
  }
  const istio = median(ours.map(({ targets }) => targets.istio));
  const istioYaml = median(ours.map(({ targets, yaml }) => targets.istio + yaml));
  const plain = median(theirs.map((each) => each.objects));
  const plainYaml = median(theirs.map((each) => each.yaml));
  console.log(`  peak memory          ${megabytes(ours)} MB, cdk8s ${megabytes(theirs)} MB`);
  console.log(`  to objects           ${beside(istio, plain)}`);
  console.log(`  to YAML              ${beside(istioYaml, plainYaml)}`);
}

async function run(program: string, args: readonly string[]): Promise<unknown> {
  const file = join(import.meta.dirname, "compile", program);
  const { stdout } = await execa(process.execPath, [...flags, file, ...args]);
  return JSON.parse(stdout);
}

function beside(ours: number, theirs: number): string {
  return `${seconds(ours)} s, cdk8s ${seconds(theirs)} s, ratio ${(ours / theirs).toFixed(2)}`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

function megabytes(runs: readonly { readonly memory: number }[]): string {
  return median(runs.map(({ memory }) => memory)).toFixed(0);
}

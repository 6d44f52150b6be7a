/**
 * `node benchmarks/check.bench.ts [services…]`: `heddle check` beside `istioctl analyze` on the same file, start-up
 * included, in turns: one in order, and one with five findings a service; and the time of a file with twenty documents.
 * Prints ratios: at most 0.5 is asked for.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { ensureTools } from "../tools/index.ts";
import { makeFaultyManifests } from "./make-faulty-manifests.ts";
import { makeManifests, objectsPerService } from "./make-manifests.ts";

interface Run {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of processor time. Says the truth also on a busy machine. */
  readonly cpu: number;
  /** Peak memory in MB. */
  readonly memory: number;
}

const heddle = resolve(import.meta.dirname, "../bin/heddle");
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1000, 10_000];
const folder = mkdtempSync(join(tmpdir(), "heddle-check-benchmark-"));
const { istioctl } = await ensureTools(["istioctl"]);
try {
  await measureSmall();
  for (const services of sizes) {
    await compare("in order", services, makeManifests(services));
    // Beyond that istioctl takes minutes for it.
    if (services <= 2000) {
      await compare("with findings", services, makeFaultyManifests(services));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureSmall(): Promise<void> {
  const file = join(folder, "small.yaml");
  writeFileSync(file, makeManifests(4).split("---\n").slice(0, 20).join("---\n"));
  await run(heddle, ["check", file]);
  const runs: Run[] = [];
  for (let round = 0; round < 7; round += 1) runs.push(await run(heddle, ["check", file]));
  const { wall, cpu, memory } = median(runs);
  console.log(`20 documents: ${show(wall)} s, processor ${show(cpu)} s, ${String(memory)} MB`);
}

async function compare(what: string, services: number, text: string): Promise<void> {
  const file = join(folder, "manifests.yaml");
  writeFileSync(file, text);
  const rounds = services > 2000 ? 3 : 7;
  const ours: Run[] = [];
  const theirs: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await run(heddle, ["check", file, "--format", "json"]));
    theirs.push(await run(istioctl, ["analyze", "-A", "--use-kube=false", file]));
  }
  const [a, b] = [median(ours), median(theirs)];
  console.log(
    `${String(services)} services ${what}, ${String(services * objectsPerService)} objects`,
  );
  for (const [name, each] of [["heddle", a] as const, ["istioctl", b] as const]) {
    const { wall, cpu, memory } = each;
    console.log(`  ${name}: ${show(wall)} s, processor ${show(cpu)} s, ${String(memory)} MB`);
  }
  console.log(
    `  ratio: ${show(a.wall / b.wall)} by the clock, ${show(a.cpu / b.cpu)} of processor`,
  );
}

/** Runs a program below GNU time, which alone can tell what a child used. */
async function run(program: string, args: readonly string[]): Promise<Run> {
  const time = ["-q", "-f", "@ %e %U %S %M", program, ...args];
  const { stderr, exitCode } = await execa("/usr/bin/time", time, { reject: false });
  const [, wall, user, system, kilobytes] =
    /@ (\S+) (\S+) (\S+) (\S+)\s*$/.exec(stderr)?.map(Number) ?? [];
  if (wall === undefined || kilobytes === undefined || (exitCode ?? 2) > 1) throw new Error(stderr);
  return { wall, cpu: (user ?? 0) + (system ?? 0), memory: Math.round(kilobytes / 1024) };
}

function median(runs: readonly Run[]): Run {
  const middle = (pick: (run: Run) => number): number =>
    runs.map(pick).sort((a, b) => a - b)[runs.length >> 1] ?? Number.NaN;
  return {
    wall: middle((each) => each.wall),
    cpu: middle((each) => each.cpu),
    memory: middle((each) => each.memory),
  };
}

function show(number: number): string {
  return number.toFixed(2);
}

/**
 * `node benchmarks/fuzz-check.ts [inputs] [seed]`: bad input for `heddle check`. Valid objects are damaged (bytes, lines,
 * values, structure), each is read, lifted and run through every rule. Nothing may be thrown, no rule may fail, and no
 * input may take longer than the limit. Prints the seed of the first input that breaks this, and ends with 1.
 */
import { createReport } from "../diagnostics/index.ts";
import { liftGraph } from "../graph/lift-graph.ts";
import type { Manifest } from "../graph/manifest.ts";
import { allRules } from "../rules/all.ts";
import { checkGraph } from "../rules/check-graph.ts";
import { ruleDocs } from "../rules/rule-docs.ts";
import { createSourceFile } from "../source/manifests/create-source-file.ts";
import { readFile } from "../source/manifests/read-file.ts";
import { damage } from "./damage.ts";
import { makeManifests } from "./make-manifests.ts";
import { createRandom } from "./random.ts";

const inputs = Math.min(1_000_000, Number(process.argv[2] ?? 10_000));
const first = Number(process.argv[3] ?? 1);
/** Milliseconds for one input; the usual one takes two. */
const limit = 2_000;
const samples = [
  makeManifests(2),
  ...[...ruleDocs.values()].flatMap(({ fails, passes }) => [fails, passes]),
].filter((text) => text.includes("kind:"));

let slowest = 0;
let read = 0;
let found = 0;
for (let seed = first; seed < first + inputs; seed += 1) {
  const random = createRandom(seed);
  const text = damage(random.pick(samples), samples, random);
  const started = performance.now();
  const problem = check(text);
  const took = performance.now() - started;
  slowest = Math.max(slowest, took);
  if (problem === undefined && took < limit) continue;
  console.error(`seed ${String(seed)}: ${problem ?? `took ${took.toFixed(0)} ms`}`);
  console.error(text.slice(0, 4000));
  process.exit(1);
}
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${String(inputs)} inputs: ${String(read)} objects read, ${String(found)} findings, slowest ${slowest.toFixed(0)} ms, ${String(memory)} MB`,
);

/** What went wrong, if anything. */
function check(text: string): string | undefined {
  try {
    const report = createReport();
    const { documents } = readFile(
      createSourceFile("fuzz.yaml", text),
      { strict: true, head: {} },
      report,
    );
    const manifests = documents.map(({ manifest, locate }) => ({
      manifest: manifest as unknown as Manifest,
      origin: { locate },
    }));
    checkGraph(liftGraph(manifests, report), allRules, report);
    const diagnostics = report.diagnostics();
    read += documents.length;
    found += diagnostics.length;
    return diagnostics.find(({ code }) => code === "HED9001")?.message;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

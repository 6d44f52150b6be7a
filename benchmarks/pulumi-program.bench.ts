/**
 * The price of Heddle in `pulumi preview` and `pulumi up`: the shop from its model, beside the same objects hand-written
 * as plain custom resources, turn by turn on the same cluster. Prints a table; `node benchmarks/pulumi-program.bench.ts
 * [rounds]`, default 3.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { benchDown, benchUp } from "../bench/cluster/index.ts";
import { istioImages, sampleImageReference } from "../bench/images/index.ts";
import { checkMesh } from "../components/check-mesh.ts";
import { createReport, HeddleError } from "../diagnostics/index.ts";
import { loadMesh } from "../source/index.ts";
import { istioAssets } from "../tools/index.ts";
import { measuredStack, type Cost, type MeasuredStack } from "./measured-stack.ts";
import { median, moduleLoadCosts } from "./module-load.ts";

const rounds = Number(process.argv[2] ?? 3);
const programs = ["components", "plain"] as const;
const steps = ["preview of nothing", "up", "preview of no change"] as const;
type Costs = Record<(typeof steps)[number], Cost>;

const bench = await benchUp({ name: "benchmark", images: ["istiod", "proxy", "sample"] });
const folder = await mkdtemp(join(tmpdir(), "heddle-benchmark-"));
try {
  printLoads(await moduleLoadCosts(rounds * 3));
  const { charts } = await istioAssets();
  const options = { folder, kubeconfig: bench.kubeconfig };
  const platform = await measuredStack("platform", {
    ...options,
    config: { charts, hub: istioImages.hub, tag: istioImages.tag },
  });
  await platform.up();
  const config = await writeShop(folder);
  const stacks = {
    components: await measuredStack("components", { ...options, config }),
    plain: await measuredStack("plain", { ...options, config }),
  };
  const costs: Record<(typeof programs)[number], Costs[]> = { components: [], plain: [] };
  for (let round = 0; round < rounds; round++) {
    for (const program of programs) costs[program].push(await measure(stacks[program]));
  }
  printCosts(costs);
} finally {
  await rm(folder, { recursive: true, force: true });
  await benchDown({ name: "benchmark" });
}

/** The shop with the images of the bench: an overlay for the one program, the compiled objects for the other. */
async function writeShop(into: string): Promise<Record<"environment" | "manifests", string>> {
  const file = join(import.meta.dirname, "..", "mesh.yaml");
  const report = createReport();
  const bare = loadMesh({ file }, report);
  const image = { image: sampleImageReference };
  const services = Object.keys(bare?.mesh.services ?? {}).map((name) => [name, image] as const);
  const environment = join(into, "environment.yaml");
  await writeFile(environment, stringify({ services: Object.fromEntries(services) }));
  const shop = loadMesh({ file, environment }, report);
  if (shop === undefined) throw new HeddleError(report.diagnostics());
  const manifests = join(into, "manifests.json");
  await writeFile(manifests, JSON.stringify(checkMesh(shop).manifests));
  return { environment, manifests };
}

async function measure(stack: MeasuredStack): Promise<Costs> {
  const costs = {
    "preview of nothing": await stack.preview(),
    up: await stack.up(),
    "preview of no change": await stack.preview(),
  };
  await stack.destroy();
  return costs;
}

function printLoads(costs: Awaited<ReturnType<typeof moduleLoadCosts>>): void {
  console.log("loading, in a fresh Node            ms   MiB after");
  for (const { what, milliseconds, memory } of costs) {
    console.log(`${what.padEnd(44)}${cell(milliseconds, 0)}${cell(memory, 0)}`);
  }
}

function printCosts(costs: Record<(typeof programs)[number], readonly Costs[]>): void {
  console.log(`\nmedian of ${String(rounds)} rounds`.padEnd(45), "Heddle   plain   ratio");
  const measures = {
    seconds: "wall s",
    programSeconds: "program cpu s",
    programMemory: "program MiB",
  };
  for (const step of steps) {
    for (const [measure, title] of Object.entries(measures) as [keyof Cost, string][]) {
      const [ours, theirs] = programs.map((program) =>
        median(costs[program].map((each) => each[step][measure])),
      ) as [number, number];
      const line = `${step}, ${title}`.padEnd(44);
      console.log(`${line}${cell(ours, 1)}${cell(theirs, 1)}${cell(ours / theirs, 2)}`);
    }
  }
}

function cell(value: number, digits: number): string {
  return value.toFixed(digits).padStart(8);
}

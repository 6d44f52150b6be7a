import { bench, type TrafficResult } from "../../bench/index.ts";
import { judgeSplit } from "../../bench/traffic/judge.ts";
import type { Split } from "../../model/mesh.ts";
import type { Scenario } from "./scenario.ts";

const requests = 2000;

/** The canary gets its share: measured against the weights, within the exact binomial interval. */
export const split: Scenario = {
  title: `split: ${String(requests)} requests web → cart`,
  async run({ mesh, cluster }) {
    const weights = mesh.routes["cart"]?.rules.at(-1)?.split ?? [];
    const run = await bench(mesh, cluster).traffic({
      from: "web",
      to: "cart",
      requests,
      concurrency: 16,
    });
    const wanted = Object.fromEntries(weights.map(({ version, weight }) => [version, weight]));
    return {
      what: "split web → cart",
      intended: printSplit(weights),
      measured: `${printShares(run)} of ${String(run.succeeded)} answers`,
      pass: run.failed === 0 && judgeSplit(run, wanted, 0.999).pass,
    };
  },
};

function printSplit(weights: Split): string {
  return weights.map(({ version, weight }) => `${version} ${String(weight)} %`).join(", ");
}

function printShares(run: TrafficResult): string {
  return Object.entries(run.versions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([version, count]) => `${version} ${((100 * count) / run.succeeded).toFixed(1)} %`)
    .join(", ");
}

import { bench } from "../bench/index.ts";
import { judgeSplit } from "../bench/traffic/judge.ts";
import type { Deployment, Outcome } from "./scenarios/index.ts";

/**
 * Applies a change while requests flow, and then measures it: nothing may fail on the way, and the new weights must
 * hold afterwards.
 */
export async function changeUnderLoad(
  { mesh, cluster }: Deployment,
  weights: Readonly<Record<string, number>>,
  apply: () => Promise<void>,
): Promise<readonly Outcome[]> {
  const shop = bench(mesh, cluster);
  const load = await shop.load({ from: "web", to: "cart", rate: 100 });
  await apply();
  const during = await load.stop();
  const after = await shop.traffic({ from: "web", to: "cart", requests: 2000, concurrency: 16 });
  const wanted = Object.entries(weights).map(([name, weight]) => `${name} ${String(weight)} %`);
  const shares = Object.entries(after.versions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${((100 * count) / after.succeeded).toFixed(1)} %`);
  return [
    {
      what: "change under load",
      intended: "no request fails",
      measured: `${String(during.failed)} of ${String(during.sent)} failed in ${(during.elapsedMs / 1000).toFixed(0)} s`,
      pass: during.failed === 0 && during.sent > 0,
    },
    {
      what: "split afterwards",
      intended: wanted.join(", "),
      measured: shares.join(", "),
      pass: after.failed === 0 && judgeSplit(after, weights, 0.999).pass,
    },
  ];
}

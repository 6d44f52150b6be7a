import { execa } from "execa";

/** What it costs to load one thing in a fresh Node, beyond Node itself and Pulumi's SDK. */
export interface LoadCost {
  readonly what: string;
  readonly milliseconds: number;
  /** Resident memory after it, MiB. */
  readonly memory: number;
}

const sdk = `await import("@pulumi/pulumi");`;
const deepModules = [
  "admissionregistration/v1/mutatingWebhookConfigurationPatch.js",
  "admissionregistration/v1/validatingWebhookConfigurationPatch.js",
  "apiextensions/customResource.js",
  "apps/v1/deployment.js",
  "core/v1/namespace.js",
  "core/v1/secret.js",
  "core/v1/service.js",
  "core/v1/serviceAccount.js",
  "helm/v4/chart.js",
];
const deep = deepModules.map((path) => `await import("@pulumi/kubernetes/${path}");`).join("");

/** Where the seconds of a program go before its first own line runs: medians of `rounds` fresh processes each. */
export async function moduleLoadCosts(rounds: number): Promise<readonly LoadCost[]> {
  return [
    await loadCost("@pulumi/pulumi", "", sdk, rounds),
    await loadCost(
      "@pulumi/kubernetes, whole index",
      sdk,
      `await import("@pulumi/kubernetes");`,
      rounds,
    ),
    await loadCost("@pulumi/kubernetes, only what is used", sdk, deep, rounds),
    await loadCost("@pulumi/tls", sdk, `await import("@pulumi/tls");`, rounds),
    await loadCost(
      "components and all below, without the SDKs",
      `${sdk}${deep}await import("@pulumi/tls");`,
      `await import("./components/index.ts");await import("./source/index.ts");`,
      rounds,
    ),
  ];
}

async function loadCost(
  what: string,
  before: string,
  measured: string,
  rounds: number,
): Promise<LoadCost> {
  const script = `${before}const start = performance.now();${measured}
    console.log(JSON.stringify([performance.now() - start, process.memoryUsage.rss()]));`;
  const runs: [number, number][] = [];
  for (let round = 0; round < rounds; round++) {
    const { stdout } = await execa(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: `${import.meta.dirname}/..`,
    });
    runs.push(JSON.parse(stdout) as [number, number]);
  }
  return {
    what,
    milliseconds: median(runs.map(([time]) => time)),
    memory: median(runs.map(([, bytes]) => bytes)) / 2 ** 20,
  };
}

/** The middle value, or the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

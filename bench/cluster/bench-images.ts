import { describeTool, ensureRedis, ensureTools, istioAssets } from "../../tools/index.ts";
import {
  coreDnsImage,
  envoyGatewayImage,
  envoyImage,
  imageArchive,
  importImages,
  istiodImage,
  pauseImage,
  proxyImage,
  rateLimitImage,
  redisImage,
  sampleImage,
  type ContainerdClient,
  type ImageSpec,
} from "../images/index.ts";
import type { BenchPaths } from "./bench-paths.ts";

/** Images that a bench holds beyond those that the cluster itself runs, unless it is told otherwise. */
export const benchImageNames = ["istiod", "proxy", "envoy", "sample"] as const;

/** Images that are only made when somebody asks for them: most benches count no limits and have one gateway. */
export const askedImageNames = ["ratelimit", "redis", "envoy-gateway"] as const;

/** One of the images that a bench can hold. */
export type BenchImageName = (typeof benchImageNames | typeof askedImageNames)[number];

/** Makes the images of the cluster itself and imports them. */
export async function importClusterImages(paths: BenchPaths, coredns: string): Promise<void> {
  const specs = await Promise.all([pauseImage(), coreDnsImage(coredns)]);
  await importSpecs(paths, specs);
}

/** Makes the named images, unless the user's cache has them, and imports those that the bench lacks. */
export async function importBenchImages(
  paths: BenchPaths,
  names: readonly BenchImageName[],
): Promise<void> {
  const specs = await Promise.all([...new Set(names)].map((name) => imageSpec(name)));
  await importSpecs(paths, specs);
}

async function imageSpec(name: BenchImageName): Promise<ImageSpec> {
  if (name === "sample") return sampleImage();
  if (name === "envoy") {
    const { envoy } = await ensureTools(["envoy"]);
    return envoyImage(envoy, describeTool("envoy").version);
  }
  if (name === "redis") return redisImage(await ensureRedis());
  if (name === "ratelimit") {
    const { ratelimit } = await ensureTools(["ratelimit"]);
    return rateLimitImage(ratelimit);
  }
  if (name === "envoy-gateway") {
    const tools = await ensureTools(["envoy-gateway"]);
    return envoyGatewayImage(tools["envoy-gateway"], describeTool("envoy-gateway").version);
  }
  const binaries = await ensureTools(["pilot-discovery", "pilot-agent", "envoy"]);
  const { bootstrapTemplate } = await istioAssets();
  const parts = {
    pilotDiscovery: binaries["pilot-discovery"],
    pilotAgent: binaries["pilot-agent"],
    envoy: binaries.envoy,
    bootstrapTemplate,
  };
  return name === "istiod" ? istiodImage(parts) : proxyImage(parts);
}

async function importSpecs(paths: BenchPaths, specs: readonly ImageSpec[]): Promise<void> {
  const client: ContainerdClient = ["ctr", "--address", paths.containerdSocket];
  const archives = [];
  for (const spec of specs) archives.push(await imageArchive(spec));
  await importImages(client, archives);
}

import { rateLimitImages } from "../../targets/rate-limit-service/index.ts";
import { baseFiles } from "./base-files.ts";
import type { ImageSpec } from "./image-file.ts";
import { sharedLibraries } from "./shared-libraries.ts";

// Under the names of the images that run elsewhere, so that the same manifests run on the bench, unchanged.

/** Envoy's rate limit service. */
export async function rateLimitImage(ratelimit: string): Promise<ImageSpec> {
  return {
    ...named(rateLimitImages.service),
    files: [
      { path: "/bin/ratelimit", source: ratelimit },
      ...baseFiles(),
      ...(await sharedLibraries([ratelimit])),
    ],
    entrypoint: ["/bin/ratelimit"],
    user: "65532:65532",
  };
}

/** Redis, as the system's package has it. */
export async function redisImage(redis: string): Promise<ImageSpec> {
  return {
    ...named(rateLimitImages.redis),
    files: [
      { path: "/usr/local/bin/redis-server", source: redis },
      ...baseFiles(),
      ...(await sharedLibraries([redis])),
    ],
    entrypoint: ["/usr/local/bin/redis-server"],
    user: "65532:65532",
  };
}

function named(reference: string): Pick<ImageSpec, "name" | "tag"> {
  const [name = "", tag = ""] = reference.split(":");
  return { name, tag };
}

import { baseFiles } from "./base-files.ts";
import type { ImageSpec } from "./image-file.ts";
import { sharedLibraries } from "./shared-libraries.ts";

/**
 * Envoy alone, under the name of its own image without a shell: what runs an edge proxy elsewhere runs it on the bench,
 * unchanged.
 */
export async function envoyImage(envoy: string, version: string): Promise<ImageSpec> {
  return {
    name: "docker.io/envoyproxy/envoy",
    tag: `distroless-v${version}`,
    files: [
      { path: "/usr/local/bin/envoy", source: envoy },
      ...baseFiles(),
      ...(await sharedLibraries([envoy])),
    ],
    entrypoint: ["/usr/local/bin/envoy"],
    env: { PATH: "/usr/local/bin:/usr/bin:/bin" },
    user: "65532:65532",
  };
}

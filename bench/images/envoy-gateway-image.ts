import { baseFiles } from "./base-files.ts";
import type { ImageSpec } from "./image-file.ts";
import { sharedLibraries } from "./shared-libraries.ts";

/**
 * Envoy Gateway under the name of its own image: its control plane, the job that makes its certificates and the
 * shutdown manager beside each of its proxies are one program.
 */
export async function envoyGatewayImage(program: string, version: string): Promise<ImageSpec> {
  return {
    name: "docker.io/envoyproxy/gateway",
    tag: `v${version}`,
    files: [
      { path: "/usr/local/bin/envoy-gateway", source: program },
      // The Lua and Wasm caches; the chart mounts its own volumes there.
      { path: "/var/lib/eg", directory: true, mode: 0o777 },
      ...baseFiles(),
      ...(await sharedLibraries([program])),
    ],
    entrypoint: ["/usr/local/bin/envoy-gateway"],
    user: "65532:65532",
  };
}

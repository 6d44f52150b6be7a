import { bundleSamplePrograms } from "../services/bundle.ts";
import { baseFiles } from "./base-files.ts";
import type { ImageSpec } from "./image-file.ts";
import { sharedLibraries } from "./shared-libraries.ts";

const sample = { name: "docker.io/heddle/sample", tag: "dev" } as const;

/** Full name of the image with the sample services and the traffic driver. */
export const sampleImageReference = `${sample.name}:${sample.tag}`;

/** The sample services: this Node, `/app/main.mjs` (the service) and `/app/driver.mjs` (the traffic driver). */
export async function sampleImage(): Promise<ImageSpec> {
  const programs = await bundleSamplePrograms();
  return {
    ...sample,
    files: [
      { path: "/usr/local/bin/node", source: process.execPath },
      { path: "/app/main.mjs", content: programs["main.mjs"] },
      { path: "/app/driver.mjs", content: programs["driver.mjs"] },
      ...baseFiles(),
      ...(await sharedLibraries([process.execPath])),
    ],
    entrypoint: ["/usr/local/bin/node", "/app/main.mjs"],
    env: { NODE_ENV: "production" },
    user: "1000:1000",
    workdir: "/app",
  };
}

import { existsSync } from "node:fs";
import type { ImageSpec } from "./image-file.ts";
import { baseFiles } from "./base-files.ts";
import { sharedLibraries } from "./shared-libraries.ts";

/** The image that holds a pod's namespaces open: it only has to sleep. */
export async function pauseImage(): Promise<ImageSpec> {
  const sleep = ["/usr/bin/sleep", "/bin/sleep"].find((path) => existsSync(path)) ?? "/bin/sleep";
  return {
    name: "docker.io/heddle/pause",
    tag: "1",
    files: [{ path: "/pause", source: sleep }, ...(await sharedLibraries([sleep]))],
    entrypoint: ["/pause", "infinity"],
  };
}

/** The cluster's name server. */
export async function coreDnsImage(coredns: string): Promise<ImageSpec> {
  return {
    name: "docker.io/heddle/coredns",
    tag: "1",
    files: [
      { path: "/coredns", source: coredns },
      ...baseFiles(),
      ...(await sharedLibraries([coredns])),
    ],
    entrypoint: ["/coredns"],
  };
}

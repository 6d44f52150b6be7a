import { once } from "node:events";
import { delimiter, join } from "node:path";

import type { ServerWritableStream } from "@grpc/grpc-js";
import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import type {
  InstallDependenciesRequest,
  InstallDependenciesResponse,
} from "@pulumi/pulumi/proto/language_pb.js";

import { findUp } from "./find-up.ts";
import type { LanguageHost } from "./language-host.ts";
import { detectPackageManager, installArguments } from "./package-manager.ts";
import { parseRuntimeOptions } from "./runtime-options.ts";

type Call = ServerWritableStream<InstallDependenciesRequest, InstallDependenciesResponse>;

/** `pulumi install`: runs the project's package manager, its output streamed to the user. */
export async function installDependencies(host: LanguageHost, call: Call): Promise<void> {
  const { request } = call;
  const info = request.getInfo();
  const program = info?.getProgramDirectory() ?? request.getDirectory();
  // The program may sit in a folder of the package ("main: src" in Pulumi.yaml).
  const directory = (await findUp(program, "package.json")) ?? program;
  const { packageManager } = parseRuntimeOptions(info);
  const name = packageManager ?? (await detectPackageManager(directory));
  const args = installArguments(name);

  write(call, "stdout", Buffer.from(`Installing dependencies with ${[name, ...args].join(" ")}\n`));
  const child = host.children.start(name, args, {
    cwd: directory,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: await pathWithLocalNode(directory) },
  });
  call.on("cancelled", () => child.kill("SIGINT"));
  child.stdout?.on("data", (chunk: Buffer) => {
    write(call, "stdout", chunk);
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    write(call, "stderr", chunk);
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) {
    throw new Error(`"${[name, ...args].join(" ")}" in ${directory} exited with ${String(code)}`);
  }
  write(call, "stdout", Buffer.from("Finished installing dependencies\n\n"));
}

/** PATH with the project's own Node first, when it already has one. */
async function pathWithLocalNode(directory: string): Promise<string> {
  const folder = await findUp(directory, join("node_modules", ".bin", "node"));
  const path = process.env["PATH"] ?? "";
  return folder === undefined ? path : join(folder, "node_modules", ".bin") + delimiter + path;
}

function write(call: Call, stream: "stdout" | "stderr", chunk: Buffer): void {
  const response = new languagePb.InstallDependenciesResponse();
  call.write(stream === "stdout" ? response.setStdout(chunk) : response.setStderr(chunk));
}

import { execFile } from "node:child_process";
import { promisify } from "node:util";

import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import type { AboutResponse, ProgramInfo } from "@pulumi/pulumi/proto/language_pb.js";

import { nodeBinary } from "./node-binary.ts";
import { detectPackageManager } from "./package-manager.ts";
import { parseRuntimeOptions } from "./runtime-options.ts";

const run = promisify(execFile);

/** How long a `--version` may take, in milliseconds. */
const VERSION_TIMEOUT = 20_000;

/** `pulumi about`: which Node and which package manager the program uses. */
export async function about(info: ProgramInfo | undefined): Promise<AboutResponse> {
  const directory = info?.getProgramDirectory() ?? process.cwd();
  const { packageManager } = parseRuntimeOptions(info);
  const name = packageManager ?? (await detectPackageManager(directory));
  const node = await nodeBinary(directory);
  const [paths, managerVersion] = await Promise.all([
    output(node, ["-p", "process.execPath + ' ' + process.version"]),
    output(name, ["--version"]),
  ]);
  const [executable = node, version = ""] = paths.split(" ");
  const response = new languagePb.AboutResponse().setExecutable(executable).setVersion(version);
  response.getMetadataMap().set("packagemanager", name);
  if (managerVersion !== "") {
    response.getMetadataMap().set("packagemanagerVersion", managerVersion);
  }
  return response;
}

/** What a program prints, or nothing: not knowing a version is no reason to fail. */
async function output(command: string, args: readonly string[]): Promise<string> {
  return run(command, args, { timeout: VERSION_TIMEOUT }).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
}

import { once } from "node:events";

import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import type { RunRequest, RunResponse } from "@pulumi/pulumi/proto/language_pb.js";

import type { LanguageHost } from "./language-host.ts";
import { nodeBinary } from "./node-binary.ts";
import { parseRuntimeOptions, runtimeEnvironment } from "./runtime-options.ts";
import { sdkScript } from "./sdk-script.ts";

/** The SDK's exit code for "the user has seen an error that says what to do": nothing is added. */
const EXIT_ALREADY_REPORTED = 32;

/** V8 aborts when its heap is full; a shell would report the signal as 128 + 6. */
const EXIT_ABORTED = 134;

/** Runs a Pulumi program in a Node of its own and tells how it ended. */
export async function runProgram(host: LanguageHost, request: RunRequest): Promise<RunResponse> {
  const info = request.getInfo();
  const directory = info?.getProgramDirectory() ?? request.getPwd();
  const options = parseRuntimeOptions(info);
  const script = sdkScript("run", directory);
  // The program writes to the engine's pipes itself: nothing is buffered here, so the order of what
  // it writes is kept and nothing is lost when it is killed.
  const child = host.children.start(
    await nodeBinary(directory),
    [...options.nodeArguments, script, ...programArguments(host, request)],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...configEnvironment(request), ...runtimeEnvironment(options) },
    },
  );
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  return programResult(code, signal);
}

/** The arguments that `@pulumi/pulumi/cmd/run` expects; empty ones are left out. */
function programArguments(host: LanguageHost, request: RunRequest): string[] {
  const info = request.getInfo();
  const flags: readonly (readonly [string, string])[] = [
    ["monitor", request.getMonitorAddress()],
    ["engine", host.engineAddress],
    ["organization", request.getOrganization()],
    ["project", request.getProject()],
    ["root-directory", info?.getRootDirectory() ?? ""],
    ["stack", request.getStack()],
    ["pwd", info?.getProgramDirectory() ?? request.getPwd()],
    ["parallel", String(request.getParallel())],
    ["tracing", host.tracing],
  ];
  const given = flags.filter(([, value]) => value !== "");
  return [
    ...given.flatMap(([name, value]) => [`--${name}`, value]),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    info?.getEntryPoint() ?? (request.getProgram() || "."),
    ...request.getArgsList(),
  ];
}

/** The stack's configuration, as the SDK reads it: in the environment, never in the arguments. */
function configEnvironment(request: RunRequest): Record<string, string> {
  const config = Object.fromEntries(request.getConfigMap().toArray());
  return {
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
}

function programResult(code: number | null, signal: NodeJS.Signals | null): RunResponse {
  const response = new languagePb.RunResponse();
  if (code === 0) return response;
  if (code === EXIT_ALREADY_REPORTED) return response.setBail(true);
  if (signal === "SIGABRT" || code === EXIT_ABORTED) {
    return response.setError(
      "Program was aborted, most likely because Node ran out of memory. Give it more with " +
        "`runtime.options.nodeargs: --max-old-space-size=<megabytes>` in Pulumi.yaml",
    );
  }
  if (code === null) return response.setError(`Program was ended by ${String(signal)}`);
  return response.setError(`Program exited with non-zero exit code: ${String(code)}`);
}

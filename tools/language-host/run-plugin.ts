import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

import type { ServerWritableStream } from "@grpc/grpc-js";
import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import type { RunPluginRequest, RunPluginResponse } from "@pulumi/pulumi/proto/language_pb.js";

import type { LanguageHost } from "./language-host.ts";
import { nodeBinary } from "./node-binary.ts";
import { startPolicyPackProxy } from "./policy-pack-proxy.ts";
import type { PolicyPackProxy } from "./policy-pack-proxy.ts";
import { parseRuntimeOptions, runtimeEnvironment } from "./runtime-options.ts";
import { sdkScript } from "./sdk-script.ts";

type Call = ServerWritableStream<RunPluginRequest, RunPluginResponse>;

/** The kind under which the engine asks for policy packs. */
const POLICY_PACK = "analyzer";

/**
 * Runs a plugin written for Node: a policy pack, a provider or a tool. Its output is streamed back
 * as it comes, its exit code last; it ends when the engine drops the call.
 */
export async function runPlugin(host: LanguageHost, call: Call): Promise<void> {
  if (call.request.getKind() === POLICY_PACK) return runPolicyPack(host, call);
  const child = await startPlugin(host, call, {});
  child.stdout?.on("data", (chunk: Buffer) => {
    writeOutput(call, chunk);
  });
  await finish(child, call);
}

async function runPolicyPack(host: LanguageHost, call: Call): Promise<void> {
  const proxy = await startPolicyPackProxy();
  call.on("cancelled", () => {
    proxy.fail(new Error("the engine no longer wants the policy pack"));
  });
  try {
    // The first line of a plugin's output is where it serves.
    writeOutput(call, Buffer.from(`${String(proxy.port)}\n`));
    const child = await startPlugin(host, call, await proxy.environment);
    child.stdout?.on("data", attachOnPort(proxy, call));
    await finish(child, call);
    proxy.fail(new Error("the policy pack ended"));
  } catch (error) {
    proxy.fail(error instanceof Error ? error : new Error(String(error)));
    throw error;
  } finally {
    proxy.close();
  }
}

/** Takes the pack's port from the first line that is a number, and passes everything else on. */
function attachOnPort(proxy: PolicyPackProxy, call: Call): (chunk: Buffer) => void {
  let head: Buffer | undefined = Buffer.alloc(0);
  return (chunk) => {
    if (head === undefined) {
      writeOutput(call, chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    for (let end = head.indexOf("\n"); end >= 0; end = head.indexOf("\n")) {
      const line = head.subarray(0, end + 1);
      head = head.subarray(end + 1);
      if (!/^\d+\s*$/.test(line.toString())) {
        writeOutput(call, line);
        continue;
      }
      proxy.attach(Number(line.toString()));
      if (head.length > 0) writeOutput(call, head);
      head = undefined;
      return;
    }
  };
}

async function startPlugin(
  host: LanguageHost,
  call: Call,
  environment: Record<string, string>,
): Promise<ChildProcess> {
  const { request } = call;
  const info = request.getInfo();
  const directory = info?.getProgramDirectory() ?? request.getProgram();
  const isPolicyPack = request.getKind() === POLICY_PACK;
  const options = parseRuntimeOptions(info);
  const script = sdkScript(isPolicyPack ? "run-policy-pack" : "run-plugin", directory);
  const args = request.getArgsList();
  const child = host.children.start(
    await nodeBinary(directory),
    // The script of policy packs wants the folder last, the other one first.
    [
      ...options.nodeArguments,
      script,
      ...(isPolicyPack ? [...args, directory] : [directory, ...args]),
    ],
    {
      // A policy pack loads its modules and its tsconfig from its own folder.
      cwd: isPolicyPack ? directory : request.getPwd(),
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...Object.fromEntries(request.getEnvList().map(splitVariable)),
        ...runtimeEnvironment(options),
        ...environment,
      },
    },
  );
  call.on("cancelled", () => child.kill("SIGINT"));
  child.stderr?.on("data", (chunk: Buffer) => {
    call.write(new languagePb.RunPluginResponse().setStderr(chunk));
  });
  return child;
}

/** Waits until the plugin ended and its output is written, then sends its exit code. */
async function finish(child: ChildProcess, call: Call): Promise<void> {
  const [code] = (await once(child, "close")) as [number | null];
  call.write(new languagePb.RunPluginResponse().setExitcode(code ?? 1));
}

function writeOutput(call: Call, chunk: Buffer): void {
  call.write(new languagePb.RunPluginResponse().setStdout(chunk));
}

function splitVariable(variable: string): [string, string] {
  const equals = variable.indexOf("=");
  return [variable.slice(0, equals), variable.slice(equals + 1)];
}

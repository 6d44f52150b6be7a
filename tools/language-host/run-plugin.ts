import { once } from "node:events";
import type { Readable } from "node:stream";

import type { ServerWritableStream } from "@grpc/grpc-js";
import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import type { RunPluginRequest, RunPluginResponse } from "@pulumi/pulumi/proto/language_pb.js";

import type { LanguageHost } from "./language-host.ts";
import { nodeBinary } from "./node-binary.ts";
import { startPolicyPackProxy } from "./policy-pack-proxy.ts";
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
  const { request } = call;
  const directory = request.getInfo()?.getProgramDirectory() ?? request.getProgram();
  if (request.getKind() !== POLICY_PACK) {
    const child = await startPlugin(host, request, "run-plugin", {});
    call.on("cancelled", () => child.kill("SIGINT"));
    await forward(child, call);
    return;
  }
  const proxy = await startPolicyPackProxy();
  call.on("cancelled", proxy.close);
  try {
    call.write(new languagePb.RunPluginResponse().setStdout(Buffer.from(`${String(proxy.port)}\n`)));
    const stack = await proxy.stack;
    const child = await startPlugin(host, request, "run-policy-pack", stack);
    call.on("cancelled", () => child.kill("SIGINT"));
    await forward(child, call, proxy.attach);
  } catch (error) {
    throw new Error(`policy pack ${directory} did not start`, { cause: error });
  } finally {
    proxy.close();
  }
}

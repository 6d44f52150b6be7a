import { Server } from "@grpc/grpc-js";
import languageGrpc from "@pulumi/pulumi/proto/language_grpc_pb.js";

import { answers } from "./answers.ts";
import type { LanguageHost } from "./language-host.ts";
import { GRPC_OPTIONS, listen } from "./listen.ts";

/** A language host that serves. */
export interface RunningLanguageHost {
  readonly port: number;
  readonly close: () => void;
}

/** Serves `pulumirpc.LanguageRuntime` for Node on a free port of loopback. */
export async function startLanguageHost(host: LanguageHost): Promise<RunningLanguageHost> {
  const server = new Server(GRPC_OPTIONS);
  server.addService(languageGrpc.LanguageRuntimeService, answers(host));
  return {
    port: await listen(server),
    close: () => {
      server.forceShutdown();
    },
  };
}

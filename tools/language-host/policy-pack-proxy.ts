import { Client, Server, credentials, status } from "@grpc/grpc-js";
import type { ServiceError, UntypedHandleCall, handleUnaryCall } from "@grpc/grpc-js";
import analyzerGrpc from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";

import { GRPC_OPTIONS, listen } from "./listen.ts";
import { stackEnvironment } from "./stack-environment.ts";

/** Stands between the engine and a policy pack until the pack's environment is known. */
export interface PolicyPackProxy {
  /** Where the engine reaches the pack. */
  readonly port: number;
  /** The environment that tells the pack about the stack; empty when the engine has none. */
  readonly environment: Promise<Record<string, string>>;
  /** Forwards everything from now on to the pack on this port. */
  readonly attach: (port: number) => void;
  /** Answers everything with this error: the pack will not come. */
  readonly fail: (error: Error) => void;
  readonly close: () => void;
}

/** How long calls may take to end when the proxy closes, in milliseconds. */
const CLOSE_TIMEOUT = 2000;

const bytes = (value: Buffer): Buffer => value;

/**
 * The Node SDK takes stack, project and configuration from its environment at the start, while the
 * engine tells them to the running pack (`ConfigureStack`). So the engine talks to this proxy, which
 * starts answering before the pack exists, and passes the messages on as bytes.
 */
export async function startPolicyPackProxy(): Promise<PolicyPackProxy> {
  const stack = Promise.withResolvers<Buffer | undefined>();
  const pack = Promise.withResolvers<Client>();
  pack.promise.catch(() => undefined); // Nobody may be waiting when the pack fails.
  const server = new Server(GRPC_OPTIONS);
  const { service, handlers } = passThrough({
    handshake: () => Promise.resolve(Buffer.alloc(0)),
    configureStack: (request) => {
      stack.resolve(request);
      return Promise.resolve(Buffer.alloc(0));
    },
    other: async (path, request) => {
      stack.resolve(undefined); // `pulumi policy publish` asks at once, without any stack.
      return forward(await pack.promise, path, request);
    },
  });
  server.addService(service, handlers);
  const port = await listen(server);

  const attach = async (packPort: number): Promise<void> => {
    const client = new Client(
      `127.0.0.1:${String(packPort)}`,
      credentials.createInsecure(),
      GRPC_OPTIONS,
    );
    const request = await stack.promise;
    if (request !== undefined) await forwardStack(client, request);
    pack.resolve(client);
  };
  return {
    port,
    environment: stack.promise.then(stackEnvironment),
    attach: (packPort) => void attach(packPort).catch(pack.reject),
    fail: (error) => {
      stack.reject(error);
      pack.reject(error);
    },
    close: () => {
      pack.promise.then(
        (client) => {
          client.close();
        },
        () => undefined,
      );
      // Gently: the engine still reads the answers that say why the pack did not come.
      server.tryShutdown(() => undefined);
      setTimeout(() => {
        server.forceShutdown();
      }, CLOSE_TIMEOUT).unref();
    },
  };
}

interface Answers {
  readonly handshake: (request: Buffer) => Promise<Buffer>;
  readonly configureStack: (request: Buffer) => Promise<Buffer>;
  readonly other: (path: string, request: Buffer) => Promise<Buffer>;
}

/** The analyzer's service with messages left as bytes, and one handler for each of its methods. */
function passThrough(answers: Answers) {
  const methods = Object.entries(analyzerGrpc.AnalyzerService);
  const service = Object.fromEntries(
    methods.map(([name, method]) => [
      name,
      { ...method, requestDeserialize: bytes, responseSerialize: bytes },
    ]),
  );
  const answer = (name: string, path: string, request: Buffer): Promise<Buffer> => {
    if (name === "handshake" || name === "configureStack") return answers[name](request);
    return answers.other(path, request);
  };
  const handlers = Object.fromEntries(
    methods.map(([name, { path }]): [string, UntypedHandleCall] => {
      const handler: handleUnaryCall<Buffer, Buffer> = (call, callback) => {
        answer(name, path, call.request).then(
          (response) => {
            callback(null, response);
          },
          (error: unknown) => {
            callback(asServiceError(error));
          },
        );
      };
      return [name, handler];
    }),
  );
  return { service, handlers };
}

function asServiceError(error: unknown): Partial<ServiceError> {
  const known = error as Partial<ServiceError>;
  if (known.code !== undefined) return known;
  return { code: status.UNAVAILABLE, details: error instanceof Error ? error.message : "" };
}

/** An older pack that does not know `ConfigureStack` has what it needs in its environment. */
async function forwardStack(client: Client, request: Buffer): Promise<void> {
  try {
    await forward(client, analyzerGrpc.AnalyzerService.configureStack.path, request);
  } catch (error) {
    if ((error as Partial<ServiceError>).code !== status.UNIMPLEMENTED) throw error;
  }
}

function forward(client: Client, path: string, request: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, bytes, bytes, request, (error, response) => {
      if (error !== null) reject(error);
      else resolve(response ?? Buffer.alloc(0));
    });
  });
}

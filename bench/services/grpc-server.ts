import {
  Metadata,
  Server,
  ServerCredentials,
  status as codes,
  type sendUnaryData,
  type ServerUnaryCall,
  type ServerWritableStream,
} from "@grpc/grpc-js";
import { setTimeout as sleep } from "node:timers/promises";
import { echoMethods, reportTrailer, type EchoMessage } from "./echo-methods.ts";
import { effectivePlan } from "./effective-plan.ts";
import { perform, type Instance } from "./perform.ts";
import type { Plan } from "./plan.ts";
import type { Report } from "./report.ts";

type Call =
  ServerUnaryCall<EchoMessage, EchoMessage> | ServerWritableStream<EchoMessage, EchoMessage>;

/** What the server binds a port with: the proxy beside it does TLS. */
export function plaintext(): ServerCredentials {
  return ServerCredentials.createInsecure();
}

/** The gRPC server of a sample service; see `echoMethods`. */
export function createGrpcServer(instance: Instance): Server {
  const server = new Server();
  server.addService(echoMethods, {
    Say(call: ServerUnaryCall<EchoMessage, EchoMessage>, done: sendUnaryData<EchoMessage>) {
      answer(instance, call).then(
        ({ report }) => {
          done(null, { text: JSON.stringify(report) });
        },
        (error: unknown) => {
          done(toError(error));
        },
      );
    },
    Stream(call: ServerWritableStream<EchoMessage, EchoMessage>) {
      stream(instance, call).catch((error: unknown) => call.destroy(toError(error)));
    },
  });
  return server;
}

async function stream(
  instance: Instance,
  call: ServerWritableStream<EchoMessage, EchoMessage>,
): Promise<void> {
  const { plan, report } = await answer(instance, call);
  const { chunks = 0, bytes = 32, everyMs = 0 } = plan.stream ?? {};
  for (let sent = 0; sent < chunks && !call.cancelled; sent += 1) {
    call.write({ text: "#".repeat(bytes) });
    await sleep(everyMs);
  }
  call.write({ text: JSON.stringify(report) });
  call.end();
}

async function answer(instance: Instance, call: Call): Promise<{ plan: Plan; report: Report }> {
  const headers = Object.fromEntries(
    Object.entries(call.metadata.getMap()).map(([name, value]) => [name, value.toString()]),
  );
  const plan = effectivePlan(instance, headers);
  if ("problem" in plan) throw fault(codes.INVALID_ARGUMENT, plan.problem);
  const result = await perform(instance, plan.plan, {
    protocol: "grpc",
    method: "POST",
    path: call.getPath(),
    host: call.getHost(),
    headers,
    body: Buffer.from(call.request.text),
  });
  if (result.kind === "reset") {
    instance.seen.finish("UNIMPLEMENTED");
    throw fault(codes.UNIMPLEMENTED, "a plan with reset works over HTTP and TCP only");
  }
  instance.seen.finish(codes[result.grpc] ?? "UNKNOWN");
  if (result.grpc === 0) return { plan: plan.plan, report: result.report };
  throw fault(result.grpc, result.report.failure ?? "failed", result.report);
}

function fault(code: number, details: string, report?: Report): Error {
  const metadata = new Metadata();
  if (report !== undefined) metadata.set(reportTrailer, Buffer.from(JSON.stringify(report)));
  return Object.assign(new Error(details), { code, details, metadata });
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

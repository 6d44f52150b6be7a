import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { effectivePlan } from "./effective-plan.ts";
import { perform, type Answer, type Incoming, type Instance } from "./perform.ts";
import type { Plan } from "./plan.ts";

/** Largest body that is accepted; more is a 413. */
const maxBodyBytes = 16 * 1_048_576;

/** The HTTP server of a sample service: health endpoints, and every other path follows its plan. */
export function createHttpServer(instance: Instance): Server {
  // Proxies keep idle connections for an hour. A server that closes them earlier resets requests that are on the way.
  return createServer({ keepAliveTimeout: 3_700_000 }, (request, response) => {
    if (instance.draining) response.setHeader("connection", "close");
    if (request.url === "/healthz") {
      response.end("ok\n");
      return;
    }
    if (request.url === "/readyz") {
      response
        .writeHead(instance.draining ? 503 : 200)
        .end(instance.draining ? "draining\n" : "ok\n");
      return;
    }
    serve(instance, request, response).catch((error: unknown) => {
      console.error("request failed:", error);
      response.destroy();
    });
  });
}

async function serve(
  instance: Instance,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const incoming = await receive(request);
  if (incoming === undefined) {
    response.writeHead(413).end("body too large\n");
    return;
  }
  const plan = effectivePlan(instance, incoming.headers);
  if ("problem" in plan) {
    response.writeHead(400).end(`${plan.problem}\n`);
    return;
  }
  const answer = await perform(instance, plan.plan, incoming);
  if (answer.kind === "reset") {
    instance.seen.finish("reset");
    request.socket.resetAndDestroy();
    return;
  }
  response.once("close", () => {
    instance.seen.finish(response.writableFinished ? String(answer.status) : "aborted");
  });
  await write(response, plan.plan, answer);
}

async function write(
  response: ServerResponse,
  plan: Plan,
  answer: Extract<Answer, { kind: "answer" }>,
): Promise<void> {
  const { stream } = plan;
  response.writeHead(answer.status, { "content-type": "application/json" });
  if (stream && answer.status < 400) {
    response.flushHeaders();
    for (let sent = 0; sent < stream.chunks && !response.destroyed; sent += 1) {
      response.write(`${"#".repeat((stream.bytes ?? 32) - 1)}\n`);
      await sleep(stream.everyMs ?? 0);
    }
  }
  response.end(`${JSON.stringify(answer.report)}\n`);
}

async function receive(request: IncomingMessage): Promise<Incoming | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  if (size > maxBodyBytes) return undefined;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
  const { method = "GET", url: path = "/" } = request;
  return {
    protocol: "http",
    method,
    path,
    host: headers["host"] ?? "",
    headers,
    body: Buffer.concat(chunks),
  };
}

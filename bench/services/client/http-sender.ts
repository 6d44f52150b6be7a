import { setMaxListeners } from "node:events";
import { Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { classifyError } from "./classify-error.ts";
import { dial } from "./dial.ts";
import { parseReport } from "../report.ts";
import type { Outcome, Outgoing, Sender, SenderOptions } from "./sender.ts";
import type { Target } from "./target-url.ts";

/** Most of an answer that is kept; the rest is read and dropped. */
const keptBytes = 1_048_576;

/** Sends HTTP/1.1 requests, never repeating one by itself. */
export function createHttpSender(target: Target, options: SenderOptions): Sender {
  const agent = new Agent({ keepAlive: options.keepAlive, maxSockets: Infinity });
  const closed = new AbortController();
  setMaxListeners(0, closed.signal);
  agent.createConnection = (_options, done) => {
    dial(target, options, closed.signal).then(
      (socket) => done?.(null, socket),
      // The agent looks only at the error when there is one.
      (error: unknown) => (done as ((error: unknown) => void) | undefined)?.(error),
    );
    return undefined;
  };
  return {
    send: (outgoing) => sendHttp(target, agent, outgoing),
    close: () => {
      // Also ends connections that are still being opened for requests that have timed out.
      closed.abort();
      agent.destroy();
    },
  };
}

async function sendHttp(target: Target, agent: Agent, outgoing: Outgoing): Promise<Outcome> {
  const started = performance.now();
  try {
    const { message, body } = await exchange(target, agent, outgoing);
    const ms = performance.now() - started;
    const status = message.statusCode ?? 0;
    const report = parseReport(body);
    return {
      status: String(status),
      ok: status >= 200 && status < 400,
      ms,
      headers: flatten(message.headers),
      body,
      ...(report === undefined ? {} : { report }),
    };
  } catch (error) {
    const ms = performance.now() - started;
    return { status: "error", ok: false, ms, headers: {}, body: "", error: classifyError(error) };
  }
}

function exchange(
  target: Target,
  agent: Agent,
  outgoing: Outgoing,
): Promise<{ message: IncomingMessage; body: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      agent,
      host: target.host,
      port: target.port,
      path: target.path,
      method: outgoing.method,
      headers: {
        host: target.authority,
        ...outgoing.headers,
        ...(outgoing.body === ""
          ? {}
          : { "content-length": String(Buffer.byteLength(outgoing.body)) }),
      },
    });
    const timer = setTimeout(() => {
      request.destroy(
        Object.assign(new Error(`no whole answer in ${String(outgoing.timeoutMs)} ms`), {
          code: "ETIMEDOUT",
        }),
      );
    }, outgoing.timeoutMs);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    request.on("error", fail).on("response", (message) => {
      readBody(message).then((body) => {
        clearTimeout(timer);
        resolve({ message, body });
      }, fail);
    });
    request.end(outgoing.body);
  });
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    if (size < keptBytes) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks).toString("utf8");
}

function flatten(headers: IncomingMessage["headers"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}

import type { Socket } from "node:net";
import { classifyError } from "./classify-error.ts";
import { dial } from "./dial.ts";
import { parseReport } from "../report.ts";
import type { Outcome, Outgoing, Sender, SenderOptions } from "./sender.ts";
import type { Target } from "./target-url.ts";

/** Longest answer that is read. */
const maxBytes = 1_048_576;

/** Speaks the line protocol of the sample services, one connection a request: greeting, one line, its report. */
export function createTcpSender(target: Target, options: SenderOptions): Sender {
  return {
    async send(outgoing): Promise<Outcome> {
      const started = performance.now();
      const elapsed = (): number => performance.now() - started;
      try {
        const body = await converse(target, options, outgoing);
        const report = parseReport(body);
        const ms = elapsed();
        return { status: "ok", ok: true, ms, headers: {}, body, ...(report ? { report } : {}) };
      } catch (error) {
        const failed = { kind: classifyError(error), ms: elapsed() };
        return {
          status: "error",
          ok: false,
          ms: failed.ms,
          headers: {},
          body: "",
          error: failed.kind,
        };
      }
    },
    close: () => undefined,
  };
}

async function converse(
  target: Target,
  options: SenderOptions,
  outgoing: Outgoing,
): Promise<string> {
  const signal = AbortSignal.timeout(outgoing.timeoutMs);
  const socket = await dial(target, options, signal);
  try {
    socket.write(`${JSON.stringify({ headers: outgoing.headers, body: outgoing.body })}\n`);
    const answer = await readAll(socket);
    // The greeting is the first line; an answer without a second one was cut.
    if (answer.trimEnd().split("\n").length < 2)
      throw Object.assign(new Error("the connection closed before an answer"), {
        code: "ECONNRESET",
      });
    return answer;
  } finally {
    socket.destroy();
  }
}

/**
 * Ends its half of the connection only when the server has begun to speak: a proxy that still looks at the first bytes,
 * to tell TLS from plaintext, resets a connection whose client is done.
 */
async function readAll(socket: Socket): Promise<string> {
  let text = "";
  socket.setEncoding("utf8");
  socket.once("data", () => socket.end());
  for await (const chunk of socket as AsyncIterable<string>) {
    text += chunk;
    if (text.length > maxBytes) throw new Error("the answer is longer than 1 MiB");
  }
  return text;
}

import { connect, type Socket } from "node:net";

/** What one round gave. */
export interface Throughput {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p99: number;
  readonly requests: number;
}

const connections = 16;

/**
 * Sends requests over a few kept connections, one at a time on each, for so many seconds. A client on bare sockets,
 * because a whole HTTP client costs more than the proxy that it is to measure.
 */
export async function measureThroughput(
  port: number,
  host: string,
  seconds: number,
): Promise<Throughput> {
  const request = Buffer.from(`GET / HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
  const took: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const sockets = Array.from({ length: connections }, () => connect(port, "127.0.0.1"));
  await Promise.all(sockets.map((socket) => drive(socket, request, end, took)));
  const elapsed = (performance.now() - started) / 1000;
  took.sort((a, b) => a - b);
  return {
    rate: took.length / elapsed,
    requests: took.length,
    p99: took[Math.floor(took.length * 0.99)] ?? NaN,
  };
}

/** The answers are known: the body of the upstream ends each of them. */
function drive(socket: Socket, request: Buffer, end: number, took: number[]): Promise<void> {
  socket.setNoDelay(true);
  return new Promise((resolve, reject) => {
    let sent = 0;
    let text = "";
    const send = (): void => {
      sent = performance.now();
      socket.write(request);
    };
    socket.setEncoding("latin1");
    socket.once("connect", send).once("error", reject);
    socket.on("data", (part: string) => {
      text += part;
      if (!text.includes("\r\n\r\n") || !text.includes("ok\n")) return;
      if (!text.startsWith("HTTP/1.1 200 ")) reject(new Error(text));
      text = "";
      const now = performance.now();
      took.push(now - sent);
      if (now < end) send();
      else {
        socket.destroy();
        resolve();
      }
    });
  });
}

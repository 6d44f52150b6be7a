import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer as createHttp } from "node:http";
import { createServer as createHttp2 } from "node:http2";
import type { AddressInfo } from "node:net";

/** A server that takes whatever it is sent, and keeps it. */
export interface Collector {
  readonly port: number;
  /** What came so far: the path of each call and its body, whose texts can be searched. */
  received(): readonly { readonly path: string; readonly body: Buffer }[];
  close(): Promise<void>;
}

/** Takes calls over gRPC without TLS; each ends well and with an empty answer. */
export async function collectGrpc(): Promise<Collector> {
  const calls: { path: string; body: Buffer }[] = [];
  const server = createHttp2();
  const sessions = new Set<{ destroy(): void }>();
  server.on("session", (session) => sessions.add(session));
  server.on("stream", (stream, headers) => {
    const path = String(headers[":path"]);
    stream.on("data", (body: Buffer) => calls.push({ path, body }));
    stream.on("error", () => undefined);
    stream.respond({ "content-type": "application/grpc" }, { waitForTrailers: true });
    stream.on("wantTrailers", () => {
      stream.sendTrailers({ "grpc-status": "0" });
    });
    // A stream of logs stays open; its other end closes it.
    stream.on("end", () => stream.end(Buffer.alloc(5)));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    port: (server.address() as AddressInfo).port,
    received: () => calls,
    async close() {
      for (const session of sessions) session.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Takes requests over HTTP/1.1. */
export async function collectHttp(): Promise<Collector> {
  const calls: { path: string; body: Buffer }[] = [];
  const server = createHttp((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      calls.push({ path: request.url ?? "", body: Buffer.concat(parts) });
      response.end();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    port: (server.address() as AddressInfo).port,
    received: () => calls,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Takes datagrams. */
export async function collectUdp(): Promise<Collector> {
  const calls: { path: string; body: Buffer }[] = [];
  const socket = createSocket("udp4", (body) => calls.push({ path: "", body }));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    port: socket.address().port,
    received: () => calls,
    close: () => new Promise((done) => socket.close(done)),
  };
}

import { once } from "node:events";
import { createServer as createHttp, type IncomingHttpHeaders } from "node:http";
import { createServer as createHttp2 } from "node:http2";
import type { AddressInfo } from "node:net";

/** A server that says who may come in. */
export interface TestAuthoriser {
  readonly port: number;
  /** Paths that it was asked about. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Over HTTP: lets in who has `x-pass: yes`, and names them to the service as `ann`. */
export async function httpAuthoriser(): Promise<TestAuthoriser> {
  const asked: string[] = [];
  const letsIn = (headers: IncomingHttpHeaders): boolean => headers["x-pass"] === "yes";
  const server = createHttp((request, response) => {
    asked.push(request.url ?? "");
    if (letsIn(request.headers)) response.writeHead(200, { "x-user": "ann" });
    else response.writeHead(401, { "www-authenticate": "Pass" });
    response.end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Over gRPC (`envoy.service.auth.v3`): refuses requests with the word `bad` anywhere in what it is told. */
export async function grpcAuthoriser(): Promise<TestAuthoriser> {
  const asked: string[] = [];
  const server = createHttp2();
  const sessions = new Set<{ destroy(): void }>();
  server.on("session", (session) => sessions.add(session));
  server.on("stream", (stream, headers) => {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("error", () => undefined);
    stream.on("end", () => {
      asked.push(String(headers[":path"]));
      // CheckResponse.status is field 1, its code field 1: 7 is PERMISSION_DENIED, none is OK.
      const refused = Buffer.concat(parts).includes("bad");
      const message = refused ? [0x0a, 2, 0x08, 7] : [0x0a, 0];
      stream.respond({ "content-type": "application/grpc" }, { waitForTrailers: true });
      stream.on("wantTrailers", () => {
        stream.sendTrailers({ "grpc-status": "0" });
      });
      stream.end(Buffer.from([0, 0, 0, 0, message.length, ...message]));
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async close() {
      for (const session of sessions) session.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

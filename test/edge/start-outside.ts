import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";

/** A server outside the mesh that says what it saw of a request. */
export interface OutsideServer {
  readonly port: number;
  close(): Promise<void>;
}

/** What an outside server saw, as its answer's body. */
export interface Seen {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The name that it was asked for by TLS. */
  readonly sni?: string;
  /** The name in the certificate that it was shown. */
  readonly client?: string;
}

/** Plain HTTP, or HTTPS with the certificate of a folder; `clients` asks callers for one of the same authority. */
export async function startOutside(tls?: {
  readonly folder: string;
  readonly clients?: boolean;
}): Promise<OutsideServer> {
  const server = tls === undefined ? createHttp(answer) : createHttps(options(tls), answer);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function options({ folder, clients = false }: { readonly folder: string; clients?: boolean }) {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return {
    key: read("tls.key"),
    cert: read("tls.crt"),
    ...(clients ? { requestCert: true, rejectUnauthorized: true, ca: read("ca.crt") } : {}),
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const socket = request.socket as Partial<TLSSocket> & { readonly servername?: string };
  const { subjectaltname: client } = socket.getPeerCertificate?.() ?? {};
  const seen = {
    path: request.url,
    headers: request.headers,
    sni: socket.servername,
    client,
  };
  response.setHeader("server", "outside");
  response.end(JSON.stringify(seen));
}

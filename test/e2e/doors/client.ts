import { request as plain } from "node:http";
import { request as secure } from "node:https";
import { connect, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";

// The text of this file runs inside a pod: it does what its argument says and prints what came of each, as JSON, in order.

/** One request, or one connection whose first line is the answer; over a WebSocket, what comes back of a message. */
export interface Call {
  readonly protocol: "http" | "https" | "tcp" | "tls" | "ws";
  readonly host: string;
  readonly port: number;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Name that is asked for, and that the server has to prove. */
  readonly servername?: string;
  /** PEM: who signs the server's certificate; what the client shows. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly maxVersion?: "TLSv1.2" | "TLSv1.3";
  /** As OpenSSL names them. */
  readonly ciphers?: string;
  /** Milliseconds that a WebSocket is open before its message. Default 0. */
  readonly after?: number;
  /** How often, one after the other. Default once. */
  readonly times?: number;
}

/** What came of it: an answer, or why there was none. */
export interface Answer {
  readonly status?: number;
  readonly body?: string;
  readonly location?: string;
  /** Size of the key in the server's certificate: 256 for an elliptic curve, 2048 and more for RSA. */
  readonly keyBits?: number;
  readonly error?: string;
}

const timeout = 5000;

// RFC 6455: what opens a WebSocket, and one message of a client, "over here", behind a mask that changes nothing.
const opening = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
};
const message = Buffer.concat([Buffer.of(0x81, 0x80 | 9, 0, 0, 0, 0), Buffer.from("over here")]);

function ask({ protocol, host, port, path = "/", headers, after = 0, ...tls }: Call) {
  return new Promise<Answer>((resolve) => {
    const failed = (error: Error & { code?: string }): void => {
      resolve({ error: `${error.code ?? ""} ${error.message}` });
    };
    if (protocol === "tcp" || protocol === "tls") {
      const socket =
        protocol === "tcp"
          ? connect({ host, port, timeout })
          : connectTls({ host, port, timeout, ...tls });
      socket.once("data", (data: Buffer) => {
        socket.destroy();
        resolve({ body: data.toString() });
      });
      socket.once("timeout", () => socket.destroy(new Error("timeout")));
      socket.once("error", failed).once("close", () => {
        resolve({ error: "closed" });
      });
      return;
    }
    const upgrade = protocol === "ws" ? opening : {};
    const all = { ...upgrade, ...headers };
    const options = { host, port, path, headers: all, agent: false, timeout } as const;
    const request = protocol === "https" ? secure({ ...options, ...tls }) : plain(options);
    request.once("upgrade", ({ statusCode: status = 0 }, socket: Socket, first: Buffer) => {
      socket.on("data", (data: Buffer) => {
        socket.destroy();
        resolve({ status, body: data.subarray(2).toString() });
      });
      if (first.length > 0) socket.unshift(first);
      socket.once("error", failed).once("close", () => {
        resolve({ status, error: "closed" });
      });
      setTimeout(() => socket.write(message), after);
    });
    request.once("timeout", () => request.destroy(new Error("timeout")));
    request.once("error", failed).once("response", (response) => {
      const { bits } = (response.socket as Partial<TLSSocket>).getPeerCertificate?.() ?? {};
      let body = "";
      response.on("error", failed).on("data", (part: Buffer) => (body += part.toString()));
      response.once("end", () => {
        const { statusCode: status = 0, headers: said } = response;
        resolve({
          status,
          body,
          ...(said.location === undefined ? {} : { location: said.location }),
          ...(bits === undefined ? {} : { keyBits: bits }),
        });
      });
    });
    request.end();
  });
}

const answers: Answer[] = [];
for (const call of JSON.parse(process.argv[2] ?? "[]") as readonly Call[]) {
  for (let i = 0; i < (call.times ?? 1); i += 1) answers.push(await ask(call));
}
console.log(JSON.stringify(answers));

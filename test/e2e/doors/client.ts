import { request as plain } from "node:http";
import { request as secure } from "node:https";
import { connect } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";

// The text of this file runs inside a pod: it does what its argument says and prints what came of each, as JSON, in order.

/** One request, or one connection whose first line is the answer. */
export interface Call {
  readonly protocol: "http" | "https" | "tcp" | "tls";
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

function ask({ protocol, host, port, path = "/", headers, ...tls }: Call) {
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
    const options = { host, port, path, headers: { ...headers }, agent: false, timeout } as const;
    const request = protocol === "http" ? plain(options) : secure({ ...options, ...tls });
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

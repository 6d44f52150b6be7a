import { connect as connectPlain, isIP, type Socket } from "node:net";
import { checkServerIdentity, connect as connectTls } from "node:tls";
import type { SenderOptions } from "./sender.ts";
import { readTlsFacts } from "./tls-facts.ts";
import type { Target } from "./target-url.ts";

/**
 * Opens a connection to a target, with TLS where it has it. With TLS the handshake is always finished, so that the
 * chain is seen even when it does not verify, and refused only then, before anything is sent.
 */
export function dial(
  target: Target,
  options: SenderOptions,
  signal?: AbortSignal,
): Promise<Socket> {
  const { host, port } = options.connect ?? target;
  return new Promise((resolve, reject) => {
    if (!target.tls) {
      const socket = connectPlain({ host, port, noDelay: true });
      socket.once("error", reject).once("connect", () => {
        socket.off("error", reject);
        resolve(socket);
      });
      destroyOn(signal, socket);
      return;
    }
    const name = options.tls?.servername ?? target.host;
    const ca = options.tls?.ca;
    const socket = connectTls({
      host,
      port,
      // An IP address may not be sent as a server name, but the certificate must carry it all the same.
      ...(isIP(name) ? {} : { servername: name }),
      checkServerIdentity: (_host, certificate) => checkServerIdentity(name, certificate),
      ...(ca === undefined ? {} : { ca }),
      rejectUnauthorized: false,
    });
    socket.once("error", reject).once("secureConnect", () => {
      socket.off("error", reject);
      const facts = readTlsFacts(socket);
      options.onTls?.(facts);
      if (facts.authorized || options.tls?.verify === false) resolve(socket);
      else reject(refuse(socket, facts.reason ?? "ERR_TLS_UNKNOWN"));
    });
    destroyOn(signal, socket);
  });
}

function refuse(socket: Socket, code: string): Error {
  socket.on("error", () => undefined).destroy();
  return Object.assign(new Error(`the server's certificate does not verify: ${code}`), {
    code: `ERR_TLS_${code}`,
  });
}

function destroyOn(signal: AbortSignal | undefined, socket: Socket): void {
  if (signal === undefined) return;
  const destroy = (): void => {
    socket.destroy(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
  };
  if (signal.aborted) destroy();
  signal.addEventListener("abort", destroy, { once: true });
  socket.once("close", () => {
    signal.removeEventListener("abort", destroy);
  });
}

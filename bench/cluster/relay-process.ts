/**
 * Program, started by `relay.ts` inside the network namespace of a bench: it takes over a listening socket that was
 * opened on the host and joins every connection to the API server inside. A socket belongs to the namespace in which
 * it was opened, so one process can have one foot on either side.
 */
import { connect, Server, type Socket } from "node:net";

const [, , host = "127.0.0.1", port = "6443"] = process.argv;

process.once("message", (_message, handle) => {
  if (!(handle instanceof Server))
    throw new Error("the relay was started without a listening socket");
  handle.on("connection", relay);
  process.send?.("listening", () => {
    process.disconnect();
  });
});

function relay(client: Socket): void {
  const server = connect({ host, port: Number(port) });
  for (const [from, to] of [
    [client, server],
    [server, client],
  ] as const) {
    from.setNoDelay(true);
    // Either end may vanish at any time (a client that is cancelled, an API server that is restarted).
    from.on("error", () => to.destroy());
    from.on("close", () => to.destroy());
    from.pipe(to);
  }
}

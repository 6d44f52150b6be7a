import { once } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";
import { addresses } from "./cluster-addresses.ts";
import type { Component } from "./component.ts";
import { isCurrent, launch, type LaunchContext } from "./launch.ts";
import { programPath } from "./program-path.ts";
import { signalProcess } from "./process-identity.ts";

/** The process that carries connections from the host's loopback to the API server inside. */
export function relayComponent(): Component {
  return {
    name: "relay",
    command: process.execPath,
    args: [
      programPath("relay-process", import.meta.url),
      "127.0.0.1",
      String(addresses.apiServerPort),
    ],
    mounts: "host",
  };
}

/**
 * Makes sure that the relay runs and returns its port on the host's loopback. The port stays the same as long as
 * nothing else on the machine took it while the relay was down.
 */
export async function ensureRelay(context: LaunchContext): Promise<number> {
  const component = relayComponent();
  const { state } = context;
  if (isCurrent(component, state)) return state.apiServerPort;
  const old = state.processes["relay"];
  if (old !== undefined) signalProcess(old, "SIGKILL");
  const server = await listen(state.apiServerPort).catch(() => listen(0));
  state.apiServerPort = (server.address() as AddressInfo).port;
  const child = launch(component, context, true);
  const answered = once(child, "message", { signal: AbortSignal.timeout(20_000) });
  const died = once(child, "exit").then(() => {
    throw new Error("the relay ended at once");
  });
  child.send("serve", server);
  await Promise.race([answered, died]);
  died.catch(() => undefined);
  if (child.connected) child.disconnect();
  server.close();
  return state.apiServerPort;
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

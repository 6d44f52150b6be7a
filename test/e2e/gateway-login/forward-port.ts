import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { KubeConfig, PortForward } from "@kubernetes/client-node";
import { kubectl } from "../setup/kubectl.ts";

/** Where connections go: the only pod with this label. */
interface Target {
  readonly namespace: string;
  readonly selector: string;
  readonly port: number;
}

/** A port of a pod, at the same port of loopback: each connection by a way of its own. Gives what ends it. */
export async function forwardPort(
  kubeconfig: string,
  { namespace, selector, port }: Target,
): Promise<() => Promise<void>> {
  const jsonpath = "--output=jsonpath={.items[0].metadata.name}";
  const place = [`--namespace=${namespace}`, `--selector=${selector}`];
  const pod = await kubectl(kubeconfig, ["get", "pods", ...place, jsonpath]);
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const forward = new PortForward(config);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
    forward.portForward(namespace, pod, [port], socket, null, socket).catch(() => socket.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return async () => {
    const closed = once(server, "close");
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
}

import { hostServices } from "./host-services.ts";
import type { Gateway } from "./mesh.ts";

/** Names of all services that a gateway leads to, each once: by hosts, by parts of hosts and by its TCP listeners. */
export function gatewayServices({ hosts, tcp }: Pick<Gateway, "hosts" | "tcp">): readonly string[] {
  return [...new Set([...hosts.flatMap(hostServices), ...tcp.map(({ service }) => service)])];
}

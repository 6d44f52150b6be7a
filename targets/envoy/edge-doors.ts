import type { Gateway } from "../../model/index.ts";
import type { EdgeDoor } from "./edge-config.ts";
import type { ResolvedSite } from "./edge-site.ts";
import type { Resource } from "./fields.ts";

/** The ports that clients come in at, as far as somebody listens there. */
export function edgeDoors(
  { ports, tcp }: Pick<Gateway, "tcp" | "ports">,
  { listen }: ResolvedSite,
  listeners: readonly Resource[],
): readonly EdgeDoor[] {
  const has = (door: string): boolean => listeners.some(({ name }) => name === door);
  return [
    ...(has("http") ? [tcpDoor("http", ports.http, listen.http)] : []),
    ...(has("https") ? [tcpDoor("https", listen.publicHttps, listen.https)] : []),
    ...(has("http3")
      ? [{ ...tcpDoor("http3", listen.publicHttps, listen.https), protocol: "UDP" as const }]
      : []),
    ...tcp.map(({ name, port }, index) => {
      return tcpDoor(`tcp-${String(index)}`, port, listen.tcp[name] ?? port);
    }),
  ];
}

function tcpDoor(name: string, port: number, listens: number): EdgeDoor {
  return { name, port, listens, protocol: "TCP" };
}

import type { KnownHost, KnownPort } from "../../graph/objects/known-hosts.ts";

/** What the proxy takes a port for. `any`: nobody says, and it finds out from what comes. */
export type PortUse = "http" | "tls" | "tcp" | "any";

const uses: ReadonlyMap<string, PortUse> = new Map([
  ["http", "http"],
  ["http2", "http"],
  ["grpc", "http"],
  ["http_proxy", "http"],
  ["kubernetes.io/h2c", "http"],
  ["kubernetes.io/ws", "http"],
  ["https", "tls"],
  ["tls", "tls"],
  ["kubernetes.io/wss", "tls"],
  ["tcp", "tcp"],
  ["udp", "tcp"],
  ["mongo", "tcp"],
  ["redis", "tcp"],
  ["mysql", "tcp"],
]);

/** Ports of protocols where the server speaks first: plain TCP without being told. */
const serverFirst: ReadonlySet<number> = new Set([25, 53, 3306, 27_017]);

/** What the proxy takes each port of a host for. */
export function portUses({ ports, service }: KnownHost): readonly PortUse[] {
  return ports.map((port) => (service === undefined ? useOf(port.protocol) : useOfService(port)));
}

function useOfService({ number, name, protocol, appProtocol }: KnownPort): PortUse {
  if (protocol === "UDP") return "tcp";
  const said = useOf(appProtocol ?? name);
  return said === "any" && serverFirst.has(number) ? "tcp" : said;
}

function useOf(said: string): PortUse {
  const text = said.toLowerCase();
  const known = uses.get(text);
  if (known !== undefined) return known;
  const dash = text.indexOf("-");
  return uses.get(dash < 0 ? text : text.slice(0, dash)) ?? "any";
}

import type { ServiceSpec } from "../../graph/kinds/service.ts";

export type ServicePort = NonNullable<ServiceSpec["ports"]>[number];

const protocols: ReadonlySet<string> = new Set([
  "tcp",
  "udp",
  "grpc",
  "grpc-web",
  "http",
  "http_proxy",
  "http2",
  "https",
  "tls",
  "mongo",
  "redis",
  "mysql",
]);

const ofKubernetes: ReadonlySet<string> = new Set([
  "kubernetes.io/h2c",
  "kubernetes.io/ws",
  "kubernetes.io/wss",
]);

/** SMTP, DNS, MySQL and MongoDB: taken for plain TCP without being told. */
const serverFirst: ReadonlySet<number> = new Set([25, 53, 3306, 27017]);

/** Whether a port says its protocol to Istio: by `appProtocol`, else by the start of its name. */
export function saysProtocol({ name = "", port, protocol, appProtocol }: ServicePort): boolean {
  if (protocol === "UDP") return true;
  if (appProtocol !== undefined && ofKubernetes.has(appProtocol)) return true;
  if (protocols.has(appProtocol ?? name)) return true;
  const said = (appProtocol ?? name).toLowerCase();
  if (said.startsWith("grpc-web")) return true;
  const [first = ""] = said.split("-");
  return protocols.has(first) || (port !== undefined && serverFirst.has(port));
}

/** The protocol that the name of a port holds elsewhere than at its start, where it holds one only: `web-http`. */
export function protocolInName({ name = "", appProtocol }: ServicePort): string | undefined {
  if (appProtocol !== undefined) return undefined;
  const words = name.split("-").filter((word) => protocols.has(word));
  return words.length === 1 ? words[0] : undefined;
}

import type { Json, Manifest } from "../../graph/index.ts";
import type { Gateway, GatewayHost, TerminatedTls } from "../../model/index.ts";
import { redirectsToUsualPort } from "./redirect-gateway.ts";

/**
 * A gateway's listeners: TLS on one port, plain HTTP on another (443 and 80 by default), and one for each TCP port. Hosts
 * with one certificate share a server, because browsers send requests for all of them over one connection. Plain HTTP
 * of a host with a certificate is redirected, unless the author says otherwise.
 */
export function gateway(definition: Gateway): Manifest {
  const { name, namespace, hosts, ports, tcp } = definition;
  const passed = hosts.filter(({ tls }) => tls?.mode === "passthrough");
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "Gateway",
    metadata: { name, namespace },
    spec: {
      selector: { istio: name },
      servers: [
        ...tlsServers(definition),
        ...server({ number: ports.https, name: "tls-passthrough", protocol: "TLS" }, passed, {
          tls: { mode: "PASSTHROUGH" },
        }),
        ...server(
          { number: ports.http, name: "http-redirect", protocol: "HTTP" },
          redirectsToUsualPort(definition) ? hosts.filter(({ http }) => http === "redirect") : [],
          { tls: { httpsRedirect: true } },
        ),
        ...server(
          { number: ports.http, name: "http", protocol: "HTTP" },
          hosts.filter(({ http }) => http === "serve"),
        ),
        ...tcp.map((listener) => ({
          port: { number: listener.port, name: `tcp-${listener.name}`, protocol: "TCP" },
          hosts: ["*"],
        })),
      ],
    },
  };
}

/** One server a certificate: HTTPS, or TLS for what is no HTTP inside. All its hosts have the same settings. */
function tlsServers({ hosts, ports }: Gateway): readonly Json[] {
  const ended = hosts.flatMap((each) => {
    return each.tls?.mode === "terminate" ? [{ host: each, tls: each.tls }] : [];
  });
  const key = ({ host, tls }: (typeof ended)[number]): string =>
    `${host.carries === "requests" ? "https" : "tls"}-${tls.secrets.join("-")}`;
  const byCertificate = [...Map.groupBy(ended, key)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byCertificate.flatMap(([name, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const protocol = first.host.carries === "requests" ? "HTTPS" : "TLS";
    const port = { number: ports.https, name, protocol };
    const found = group.map(({ host }) => host);
    return server(port, found, { tls: terminated(first.tls) });
  });
}

/** Several certificates are for keys of different kinds. The authorities of clients have a Secret of their own. */
function terminated({ secrets, minVersion, clients }: TerminatedTls): Json {
  const [first, ...others] = secrets;
  const modes = { required: "MUTUAL", optional: "OPTIONAL_MUTUAL" } as const;
  return {
    mode: clients === undefined ? "SIMPLE" : modes[clients.mode],
    ...(others.length === 0 ? { credentialName: first } : { credentialNames: secrets }),
    // istiod takes a name for one of authorities by its ending, and looks for the Secret without it as well.
    ...(clients === undefined ? {} : { caCertCredentialName: `${clients.secret}-cacert` }),
    minProtocolVersion: minVersion === "1.3" ? "TLSV1_3" : "TLSV1_2",
  };
}

function server(
  port: { readonly number: number; readonly name: string; readonly protocol: string },
  hosts: readonly GatewayHost[],
  more: { readonly [field: string]: Json } = {},
): readonly Json[] {
  return hosts.length === 0 ? [] : [{ port, hosts: hosts.map(({ host }) => host), ...more }];
}

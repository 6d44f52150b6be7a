import type { Json, Manifest } from "../../graph/index.ts";
import type { Gateway } from "../../model/index.ts";

/**
 * A gateway's listeners: HTTPS on 443 for the hosts with a certificate, which plain HTTP on 80 redirects to; plain HTTP
 * on 80 for the others. Hosts with one certificate share a listener, because browsers send requests for all of them
 * over one connection.
 */
export function gateway({ name, namespace, hosts }: Gateway): Manifest {
  const plain = hosts.filter((each) => each.tlsSecret === undefined).map(({ host }) => host);
  const secured = hosts.filter((each) => each.tlsSecret !== undefined);
  const bySecret = Map.groupBy(secured, (each) => each.tlsSecret ?? "");
  const servers: Json[] = [...bySecret.keys()].sort().map((credentialName) => ({
    port: { number: 443, name: `https-${credentialName}`, protocol: "HTTPS" },
    hosts: (bySecret.get(credentialName) ?? []).map(({ host }) => host),
    tls: { mode: "SIMPLE", credentialName, minProtocolVersion: "TLSV1_2" },
  }));
  if (secured.length > 0)
    servers.push(
      httpServer(
        "http-redirect",
        secured.map(({ host }) => host),
      ),
    );
  if (plain.length > 0) servers.push(httpServer("http", plain));
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "Gateway",
    metadata: { name, namespace },
    spec: { selector: { istio: name }, servers },
  };
}

function httpServer(name: "http" | "http-redirect", hosts: readonly string[]): Json {
  return {
    port: { number: 80, name, protocol: "HTTP" },
    hosts,
    ...(name === "http-redirect" ? { tls: { httpsRedirect: true } } : {}),
  };
}

import type { Manifest } from "../../graph/index.ts";
import type { Gateway } from "../../model/index.ts";
import { ownHosts } from "./own-hosts.ts";

/** Whether a redirect to HTTPS needs no port: a Gateway of Istio has no word for another one than 443. */
export function redirectsToUsualPort({ ports }: Pick<Gateway, "ports">): boolean {
  return ports.https === 443;
}

/**
 * Where HTTPS has another port than 443, the redirect to it is a route, which can name the port. It has a Gateway of its
 * own, of the same proxies, so that no other route of these hosts is taken before it.
 * https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRedirect
 */
export function redirectGateway(definition: Gateway): readonly Manifest[] {
  const hosts = definition.hosts.filter(({ http }) => http === "redirect").map(({ host }) => host);
  if (hosts.length === 0 || redirectsToUsualPort(definition)) return [];
  const { namespace, ports } = definition;
  const name = `${definition.name}-redirect`;
  const port = { number: ports.http, name: "http-redirect", protocol: "HTTP" };
  const redirect = { scheme: "https", port: ports.https, redirectCode: 301 };
  return [
    {
      apiVersion: "networking.istio.io/v1",
      kind: "Gateway",
      metadata: { name, namespace },
      spec: { selector: { istio: definition.name }, servers: [{ port, hosts }] },
    },
    {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      metadata: { name, namespace },
      spec: { hosts: ownHosts(hosts), gateways: [`${namespace}/${name}`], http: [{ redirect }] },
    },
  ];
}

import type { Json, RouteNode } from "../../graph/index.ts";
import type { Gateway } from "../../model/index.ts";
import { httpListener, httpsListener } from "./references.ts";

/** Most host names that a route can have. */
const mostHosts = 16;

/** One route object's place at a gateway. */
export interface Binding {
  /** What makes the route's name its own. */
  readonly suffix: string;
  readonly parentRefs: readonly Json[];
  readonly hostnames: readonly string[];
}

/**
 * The places of a route's hosts at a gateway. Hosts with a certificate and plain ones are apart, because a route
 * answers to all its hosts at all its listeners.
 */
export function gatewayBindings(
  { name, hosts }: Gateway,
  { hosts: own }: Pick<RouteNode, "hosts">,
): readonly Binding[] {
  const requests = hosts.filter(
    ({ host, carries }) => own.includes(host) && carries === "requests",
  );
  const secured = requests.filter(({ tls }) => tls !== undefined).map(({ host }) => host);
  const plain = requests.filter(({ http }) => http === "serve").map(({ host }) => host);
  return [
    ...bindings("https", secured, (host) => ({ name, sectionName: httpsListener(host) })),
    ...bindings("http", plain, () => ({ name, sectionName: httpListener })),
  ];
}

/** Where hosts with a certificate are redirected, unless the author says otherwise: at plain HTTP. */
export function redirectBindings({ name, hosts }: Gateway): readonly Binding[] {
  const redirected = hosts.filter(({ http }) => http === "redirect").map(({ host }) => host);
  return bindings("redirect", redirected, () => ({ name, sectionName: httpListener }));
}

function bindings(
  suffix: string,
  hosts: readonly string[],
  parentOf: (host: string) => { readonly name: string; readonly sectionName: string },
): readonly Binding[] {
  const count = Math.ceil(hosts.length / mostHosts);
  return Array.from({ length: count }, (_, index) => {
    const hostnames = hosts.slice(index * mostHosts, (index + 1) * mostHosts);
    const parents = hostnames.map(parentOf);
    return {
      suffix: index === 0 ? suffix : `${suffix}-${String(index + 1)}`,
      hostnames,
      parentRefs: parents.filter(
        ({ sectionName }, at) =>
          parents.findIndex((each) => each.sectionName === sectionName) === at,
      ),
    };
  });
}

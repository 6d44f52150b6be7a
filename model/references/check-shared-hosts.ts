import type { ServiceInput } from "../schema/service-schema.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** No two services are called by one host. */
export function checkSharedHosts(context: ReferenceContext): void {
  const owners = new Map<string, string>();
  for (const [name, input] of context.services) {
    for (const host of hostsOf(input)) {
      const inside = serviceInside(context, host);
      if (inside !== undefined && inside !== name) addSharedHost(context, [inside, name], host);
      const other = owners.get(host);
      if (other === undefined) owners.set(host, name);
      else addSharedHost(context, other < name ? [other, name] : [name, other], host);
    }
  }
}

function hostsOf({ external, host }: ServiceInput): ReadonlySet<string> {
  if (external === undefined) return new Set(host === undefined ? [] : [host]);
  return new Set(typeof external === "string" ? [external] : external.hosts);
}

/**
 * Who has a host in the cluster's DNS already: an entry of the same name would take its callers elsewhere. Also
 * `orders.shop`, which a cluster resolves to its own service before it asks anybody outside.
 */
export function serviceInside(context: ReferenceContext, host: string): string | undefined {
  const [name = "", namespace, ...rest] = host.split(".");
  if (!["", "svc", "svc.cluster.local"].includes(rest.join("."))) return undefined;
  const service = sureService(context, name);
  return service?.kind === "workload" && service.namespace === namespace ? name : undefined;
}

function addSharedHost(
  context: ReferenceContext,
  [first, second]: readonly [string, string],
  host: string,
): void {
  const { external } = context.definition.services[second] ?? {};
  addError(context, {
    code: "HED2007",
    path: ["services", second, external === undefined ? "host" : "external"],
    message: `the host ${host} is already the service "${first}"; allowed: one service a host`,
    fix: `call "${first}" instead, with more ports where needed`,
  });
}

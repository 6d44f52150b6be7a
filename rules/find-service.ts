import type { Graph, ServiceNode } from "../graph/graph.ts";

/** What the graph says of a host. `elsewhere` means that its namespace is not described here at all. */
export type FoundService =
  | { readonly kind: "found"; readonly service: ServiceNode }
  | { readonly kind: "absent" }
  | { readonly kind: "elsewhere"; readonly namespace: string };

type Described = Pick<Graph, "services" | "workloads">;

/** Looks a host up; a service entry with a wildcard host answers for everything below it. */
export function findService(graph: Described, host: string): FoundService {
  const { byHost } = indexOf(graph.services);
  const service = byHost.get(host) ?? findWildcard(byHost, host);
  if (service !== undefined) return { kind: "found", service };
  const namespace = namespaceOfHost(host);
  if (namespace === undefined || describesNamespace(graph, namespace)) return { kind: "absent" };
  return { kind: "elsewhere", namespace };
}

/** The namespace in the full name of a service of the cluster; undefined for any other host. */
export function namespaceOfHost(host: string): string | undefined {
  return /^[^.]+\.([^.]+)\.svc\./.exec(host)?.[1];
}

/**
 * Whether any service or workload of a namespace is here, so that what is not here does not exist. An entry for a host
 * outside says nothing of what runs in its namespace.
 */
export function describesNamespace({ services, workloads }: Described, namespace: string): boolean {
  return indexOf(services).namespaces.has(namespace) || namespacesOf(workloads).has(namespace);
}

/** Whether a pattern (`*`, `*.suffix` or a plain name) covers a host or a narrower pattern. */
export function matchesHost(pattern: string, host: string): boolean {
  if (pattern === "*" || pattern === host) return true;
  return pattern.startsWith("*.") && host.endsWith(pattern.slice(1));
}

type ByHost = ReadonlyMap<string, ServiceNode>;

/** The nearest wildcard above a host, by its endings, so that the number of wildcards does not matter. */
function findWildcard(byHost: ByHost, host: string): ServiceNode | undefined {
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) {
    const found = byHost.get(`*${host.slice(dot)}`);
    if (found !== undefined) return found;
  }
  return byHost.get("*");
}

interface ServiceIndex {
  readonly byHost: ByHost;
  readonly namespaces: ReadonlySet<string>;
}

const indexes = new WeakMap<readonly ServiceNode[], ServiceIndex>();
const namespaces = new WeakMap<Graph["workloads"], ReadonlySet<string>>();

function indexOf(services: readonly ServiceNode[]): ServiceIndex {
  const known = indexes.get(services);
  if (known !== undefined) return known;
  const index = {
    // The first one of a host counts.
    byHost: new Map(services.toReversed().map((each) => [each.host, each])),
    namespaces: new Set(
      services.filter(({ external }) => !external).map(({ namespace }) => namespace),
    ),
  };
  indexes.set(services, index);
  return index;
}

function namespacesOf(workloads: Graph["workloads"]): ReadonlySet<string> {
  const known = namespaces.get(workloads);
  if (known !== undefined) return known;
  const all = new Set(workloads.map(({ namespace }) => namespace));
  namespaces.set(workloads, all);
  return all;
}

import {
  completeHost,
  knownHosts,
  resolveExportTo,
  type KnownHost,
} from "../../graph/objects/known-hosts.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { isVisible } from "../../graph/objects/resolve-host.ts";

/** Who names a host: an object of a namespace, whose `exportTo` says where it is used. */
export interface Viewer {
  readonly namespace: string;
  readonly exportTo?: readonly string[] | undefined;
}

/** What a host means to the viewer. `invisible`: it exists, and is not exported to where it is used. */
export type FoundDestination =
  | { readonly kind: "found"; readonly host: KnownHost }
  | { readonly kind: "invisible"; readonly host: KnownHost }
  | { readonly kind: "unknown" };

const wildcards = perGraph((graph) =>
  Map.groupBy(knownHosts(graph).wildcards, ({ host }) => host.slice(1)),
);

/**
 * Finds what a route or a DestinationRule means by a host: the exact name, exported to everybody or to where the
 * object is used, before a wildcard that its namespace sees.
 */
export function findDestination(
  graph: ObjectGraph,
  host: string,
  { namespace, exportTo = [] }: Viewer,
): FoundDestination {
  const exact = knownHosts(graph).byHost.get(completeHost(host, namespace)) ?? [];
  const found =
    exact.find((each) => each.exportTo.has("*")) ??
    findExported(exact, { namespace, exportTo }) ??
    findWildcard(graph, host, namespace);
  if (found !== undefined) return { kind: "found", host: found };
  const [hidden] = exact;
  return hidden === undefined ? { kind: "unknown" } : { kind: "invisible", host: hidden };
}

/** One that is exported to some of the namespaces where the object is used. */
function findExported(hosts: readonly KnownHost[], { namespace, exportTo = [] }: Viewer) {
  if (hosts.length === 0) return undefined;
  const scopes = exportTo.length === 0 ? [namespace] : [...resolveExportTo(exportTo, namespace)];
  return hosts.find((each) => scopes.some((scope) => each.exportTo.has(scope)));
}

/** By its endings, so that the number of wildcards does not matter. */
function findWildcard(graph: ObjectGraph, host: string, namespace: string): KnownHost | undefined {
  const known = wildcards(graph);
  if (known.size === 0) return undefined;
  const full = completeHost(host, namespace).replace(/^\*/, "");
  for (let start = 0; start <= full.length; start += 1) {
    const found = known.get(full.slice(start))?.find((each) => isVisible(each, namespace));
    if (found !== undefined) return found;
  }
  return undefined;
}

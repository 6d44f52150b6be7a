import { completeHost, knownHosts, type KnownHost } from "./known-hosts.ts";
import type { ObjectGraph } from "./objects-of.ts";

/** What a host means where it is written. */
export type HostResolution =
  /** The hosts that it can mean, the one that Istio takes first. */
  | { readonly kind: "found"; readonly hosts: readonly [KnownHost, ...KnownHost[]] }
  /** It exists, but is not exported to this namespace. */
  | { readonly kind: "invisible"; readonly hosts: readonly [KnownHost, ...KnownHost[]] }
  | { readonly kind: "unknown" };

/**
 * Finds a host as an object of a namespace means it: short names belong to its namespace, exact names come before
 * wildcards, and only what is exported to the namespace counts.
 */
export function resolveHost(graph: ObjectGraph, host: string, namespace: string): HostResolution {
  const hosts = knownHosts(graph);
  const full = completeHost(host, namespace);
  const exact = hosts.byHost.get(full) ?? [];
  const suffix = full.replace(/^\*/, "");
  const wild = hosts.wildcards.filter(
    (each) => each.host !== full && suffix.endsWith(each.host.slice(1)),
  );
  const all = [...exact, ...wild];
  const visible = all.filter((each) => isVisible(each, namespace));
  if (isFilled(visible)) return { kind: "found", hosts: visible };
  return isFilled(all) ? { kind: "invisible", hosts: all } : { kind: "unknown" };
}

/** Whether objects of a namespace see a host. */
export function isVisible({ exportTo }: KnownHost, namespace: string): boolean {
  return exportTo.has("*") || exportTo.has(namespace);
}

function isFilled<Item>(list: readonly Item[]): list is readonly [Item, ...Item[]] {
  return list.length > 0;
}

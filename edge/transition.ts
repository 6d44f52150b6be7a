import type { Resource } from "../targets/envoy/index.ts";
import { printLiveFiles } from "./live-files.ts";
import type { LiveResources } from "./live-resources.ts";

/**
 * The way of a running proxy from one configuration to the next, make before break: first what the new routes will
 * need is added, then the routes change, then what nobody needs any more goes. Each step is complete in itself. Steps
 * that change nothing are left out, so equal configurations need none.
 */
export function transition(from: LiveResources, to: LiveResources): readonly LiveResources[] {
  const both = {
    clusters: unite(from.clusters, to.clusters),
    secrets: unite(from.secrets, to.secrets),
  };
  const steps = [{ ...from, ...both }, { ...to, ...both }, to];
  return steps.filter((step, index) => !equal(step, steps[index - 1] ?? from));
}

/** Names of the clusters that are only in the first. */
export function removedClusters(from: LiveResources, to: LiveResources): readonly string[] {
  const kept = new Set(to.clusters.map(({ name }) => name));
  return from.clusters.map(({ name }) => name).filter((name) => !kept.has(name));
}

/** Everything of both, sorted by name; of two with one name the newer. */
function unite(older: readonly Resource[], newer: readonly Resource[]): readonly Resource[] {
  const all = new Map([...older, ...newer].map((each) => [each.name, each]));
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function equal(a: LiveResources, b: LiveResources): boolean {
  return JSON.stringify(printLiveFiles(a)) === JSON.stringify(printLiveFiles(b));
}

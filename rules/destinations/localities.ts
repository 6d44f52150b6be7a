import { serviceEntrySpec } from "../../graph/kinds/service-entry.ts";
import { knownHosts } from "../../graph/objects/known-hosts.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { fewestReplicas } from "../operations/fewest-replicas.ts";

/** Instances of a host in one place. */
export interface LocalInstances {
  readonly region: string;
  /** Undefined where only the region is fixed. */
  readonly zone?: string;
  readonly count: number;
}

/**
 * Where the instances of a host run, by what their pods ask of nodes, or what a ServiceEntry says of its endpoints;
 * undefined where the input does not say it of all of them.
 */
export function localitiesOf(
  graph: ObjectGraph,
  host: string,
): readonly LocalInstances[] | undefined {
  const known = knownHosts(graph).byHost.get(host)?.[0];
  if (known === undefined) return undefined;
  if (known.service !== undefined) {
    const { selector = {} } = known.service;
    if (Object.keys(selector).length === 0) return undefined;
    return all(podsSelectedBy(graph, known.namespace, selector).map((pod) => ofPod(graph, pod)));
  }
  return all(
    (serviceEntrySpec(known.object)?.endpoints ?? []).map(({ locality = "" }) => {
      const [region = "", zone] = locality.split("/");
      return region === ""
        ? undefined
        : { region, count: 1, ...(zone === undefined ? {} : { zone }) };
    }),
  );
}

function all(
  found: readonly (LocalInstances | undefined)[],
): readonly LocalInstances[] | undefined {
  const stated = found.filter((each) => each !== undefined);
  return stated.length === 0 || stated.length < found.length ? undefined : stated;
}

const [regionLabel, zoneLabel] = ["topology.kubernetes.io/region", "topology.kubernetes.io/zone"];

function ofPod(graph: ObjectGraph, pod: VirtualPod): LocalInstances | undefined {
  const zone = askedFor(pod, zoneLabel);
  const region = askedFor(pod, regionLabel) ?? regionOf(zone);
  const count = fewestReplicas(graph, pod);
  if (region === undefined || count === undefined) return undefined;
  return { region, count, ...(zone === undefined ? {} : { zone }) };
}

/** Clouds name a zone by its region and a letter: `eu-west-1a`, `europe-west1-b`. */
function regionOf(zone: string | undefined): string | undefined {
  return zone?.replace(/-?[a-z]$/, "");
}

/** The one value of a label that the pod demands of its node. */
function askedFor({ podSpec: { nodeSelector, affinity } }: VirtualPod, label: string) {
  const said = nodeSelector?.[label];
  if (said !== undefined) return said;
  const terms =
    affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const values = terms.map(({ matchExpressions = [] }) => {
    const own = matchExpressions.find(({ key, operator }) => key === label && operator === "In");
    return own?.values ?? [];
  });
  const [first = []] = values;
  return values.length === 1 && first.length === 1 ? first[0] : undefined;
}

import { clusterHost, hostOf, workloadName } from "../../graph/index.ts";
import { httpProtocols, type ReceivingPort, type WorkloadService } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import type { GivenEndpoint } from "./site/service-schema.ts";
import type { Place } from "./locality.ts";
import { parseEndpoint, type Endpoint } from "./endpoint.ts";

/** An endpoint and its place among the others. */
export interface SiteEndpoint extends Endpoint {
  readonly priority: number;
  readonly weight?: number;
  /** Where it is; undefined where nobody says it. */
  readonly locality?: Place;
}

/**
 * Where a service answers at a site, all versions alike or one of them. Sorted and without repetitions, because their
 * order means nothing. By its names where the site does not say: its host for the whole, and in the cluster a Service
 * named as the workload for each version.
 */
export function endpointsOf(
  service: WorkloadService,
  site: Pick<ResolvedSite, "endpoints">,
  version?: string,
): readonly SiteEndpoint[] {
  const given = Object.hasOwn(site.endpoints, service.name)
    ? site.endpoints[service.name]
    : undefined;
  if (given === undefined) return [inCluster(service, version)];
  const own = version === undefined ? Object.values(given).flat() : ownOf(given, version);
  const byText = new Map(own.map((each) => [addressOf(each), each]));
  return [...byText]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([text, each]) => {
      const endpoint = parseEndpoint(text);
      return endpoint === undefined ? [] : [{ ...endpoint, ...placeOf(each) }];
    });
}

/** The text of its address. */
export function addressOf(given: GivenEndpoint): string {
  return typeof given === "string" ? given : given.address;
}

function placeOf(given: GivenEndpoint): Omit<SiteEndpoint, "address" | "port"> {
  if (typeof given === "string") return { priority: 0 };
  const { priority = 0, weight, locality } = given;
  return {
    priority,
    ...(weight === undefined ? {} : { weight }),
    ...(locality === undefined ? {} : { locality }),
  };
}

/** The port that a gateway leads to: the first one that speaks HTTP, or else the first one. */
export function portOf({ ports, name }: WorkloadService): ReceivingPort {
  const isHttp = (protocol: string): boolean => httpProtocols.some((each) => each === protocol);
  const port = ports.find(({ protocol }) => isHttp(protocol)) ?? ports[0];
  if (port === undefined) throw new Error(`"${name}" has no port`);
  return port;
}

/** The Service of a version has no address of its own: its name leads to the pods, and so to the port of the pods. */
function inCluster(service: WorkloadService, version?: string): SiteEndpoint {
  const { name, namespace, versioned } = service;
  const { number, target } = portOf(service);
  if (version === undefined) {
    return { address: hostOf(service), port: number, priority: 0 };
  }
  const workload = workloadName(name, { name: version }, versioned);
  return { address: clusterHost(workload, namespace), port: target, priority: 0 };
}

function ownOf(given: Readonly<Record<string, readonly GivenEndpoint[]>>, version: string) {
  return Object.hasOwn(given, version) ? (given[version] ?? []) : [];
}

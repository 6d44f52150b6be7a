import { closest, distance } from "fastest-levenshtein";
import { createReport, HeddleError } from "../../diagnostics/index.ts";
import { hostOf } from "../../graph/index.ts";
import { parseMesh, type MeshDefinition } from "../../model/index.ts";
import type { Mesh, Port, Service } from "../../model/mesh.ts";
import { findCluster, type ClusterAccess } from "./cluster-access.ts";
import type { Place } from "./find-pods.ts";
import { sendTraffic, startLoad, type Load } from "./run-traffic.ts";
import { trafficError } from "./traffic-error.ts";
import type { TrafficRequestInput } from "./traffic-request.ts";
import type { TrafficResult } from "./traffic-result.ts";
import { createUpstream, type Upstream } from "./upstream.ts";

/** The part of a mesh that traffic tests need. */
export type MeshUnderTest = Pick<Mesh, "name" | "namespace" | "services">;

type NameOf<M extends MeshUnderTest> = keyof M["services"] & string;

/** Where traffic goes: to a service of the mesh, or to any URL. */
type Destination<Name extends string> =
  | {
      readonly to: Name;
      /** Name of one of its ports; default the first. */
      readonly port?: string;
      /** Path and query; default `/`. */
      readonly path?: string;
      readonly url?: never;
    }
  | { readonly url: string; readonly to?: never; readonly port?: never; readonly path?: never };

/** Traffic as a test says it. A plain `from` is a service of the mesh; a place is any pod, also outside the mesh. */
export type BenchTraffic<Name extends string> = Omit<TrafficRequestInput, "url"> &
  Destination<Name> & { readonly from: Name | Place };

/** A finished run. */
export interface TrafficRun<Name extends string> extends TrafficResult {
  /**
   * How many requests of this run the called service saw so many times, counted by its instances: `{"1": 998, "2": 2}`.
   * Undefined when the run went to a URL or an external service.
   */
  readonly upstreamTries?: Readonly<Record<string, number>>;
  upstream(service: Name): Upstream;
}

/** Only the normal form says what kind a service is of. */
function isParsed(given: MeshDefinition | MeshUnderTest): given is MeshUnderTest {
  return Object.values(given.services).every((service) => "kind" in service);
}

/** A mesh as `defineMesh` gives it, in its one normal form. */
function parseDefinition(definition: MeshDefinition): Mesh {
  const report = createReport();
  const mesh = parseMesh(definition, report);
  if (mesh === undefined) throw new HeddleError(report.diagnostics());
  return mesh;
}

/** Traffic tests of one mesh on a cluster. */
export interface Bench<Name extends string> {
  /** Sends and waits for the end. Throws HED2001 for an unknown service, else as `sendTraffic`. */
  traffic(traffic: BenchTraffic<Name>): Promise<TrafficRun<Name>>;
  /** Starts load beside a change, see `startLoad`. */
  load(traffic: BenchTraffic<Name>): Promise<Load>;
  /** Faults and counters of a service's instances. */
  upstream(service: Name): Upstream;
}

/**
 * Opens a mesh for traffic tests, on the given cluster or the one that `findCluster` finds. Takes what `defineMesh`
 * gives, or a parsed mesh.
 *
 * @throws HeddleError with everything that is wrong with the definition
 *
 * @example
 * const run = await bench(shop).traffic({ from: "web", to: "cart", requests: 2000 });
 * expect(run).toSplit({ v1: 90, v2: 10 });
 */
export function bench(definition: MeshDefinition, options?: Partial<ClusterAccess>): Bench<string>;
export function bench<const M extends MeshUnderTest>(
  mesh: M,
  options?: Partial<ClusterAccess>,
): Bench<NameOf<M>>;
export function bench(
  given: MeshDefinition | MeshUnderTest,
  options: Partial<ClusterAccess> = {},
): Bench<string> {
  const mesh = isParsed(given) ? given : parseDefinition(given);
  const cluster = (): ClusterAccess =>
    options.kubeconfig === undefined ? findCluster() : { kubeconfig: options.kubeconfig };
  const upstream = (name: string): Upstream => createUpstream(cluster(), placeOf(mesh, name));
  const resolve = ({ from, to, port, path, url, ...rest }: BenchTraffic<string>) => ({
    ...rest,
    from: typeof from === "string" ? placeOf(mesh, from) : from,
    url: url ?? urlOf(findService(mesh, to), port, path),
  });
  return {
    async traffic(traffic) {
      const result = await sendTraffic(cluster(), resolve(traffic));
      const to = traffic.to === undefined ? undefined : findService(mesh, traffic.to);
      if (to?.kind !== "workload") return { ...result, upstream };
      const seen = await upstream(to.name).seen(result.run);
      return { ...result, upstreamTries: countTries(seen.byRequest), upstream };
    },
    load: async (traffic) => startLoad(cluster(), resolve(traffic)),
    upstream,
  };
}

function countTries(byRequest: Readonly<Record<string, number>>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const tries of Object.values(byRequest)) counts[tries] = (counts[tries] ?? 0) + 1;
  return counts;
}

function placeOf(mesh: MeshUnderTest, name: string): Place {
  const service = findService(mesh, name);
  return { namespace: service.namespace, app: service.name };
}

function findService(mesh: MeshUnderTest, name: string): Service {
  const service = Object.hasOwn(mesh.services, name) ? mesh.services[name] : undefined;
  if (service) return service;
  const names = Object.keys(mesh.services);
  const guess = names.length === 0 ? "" : closest(name, names);
  const near = guess !== "" && distance(name, guess) <= 3 ? `; did you mean ${guess}?` : "";
  throw trafficError({
    code: "HED2001",
    message: `mesh ${mesh.name} has no service ${JSON.stringify(name)}${near}`,
    fix: `use one of ${names.join(", ")}`,
  });
}

/** What to speak with a port. Behind a `tls` port is HTTPS more often than anything else; give a URL for the rest. */
const schemes = { http: "http", http2: "http", grpc: "grpc", tcp: "tcp", tls: "https" } as const;

function urlOf(service: Service, portName?: string, path = "/"): string {
  const port = findPort(service, portName);
  return `${schemes[port.protocol]}://${hostOf(service)}:${String(port.number)}${path}`;
}

function findPort(service: Service, name: string | undefined): Port {
  const port = service.ports.find((each) => name === undefined || each.name === name);
  if (port) return port;
  throw trafficError({
    code: "HED2005",
    message: `service ${service.name} has no port ${JSON.stringify(name ?? "")}`,
    fix: `use one of ${service.ports.map((each) => each.name).join(", ")}`,
  });
}

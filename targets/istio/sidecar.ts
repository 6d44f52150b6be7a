import {
  clusterHost,
  hostOf,
  serviceByHost,
  type Graph,
  type Json,
  type Manifest,
  type RouteNode,
} from "../../graph/index.ts";
import {
  asksForCounts,
  countingService,
  providerUses,
  servicesOf,
  type Mesh,
  type Service,
  type UnknownHostsMode,
  type WorkloadService,
} from "../../model/index.ts";
import { portProtocols } from "./service-entry.ts";
import { rootNamespace } from "./peer-authentication.ts";

const modes = {
  refuse: "REGISTRY_ONLY",
  pass: "ALLOW_ANY",
} as const satisfies Record<UnknownHostsMode, string>;

interface Known {
  readonly mesh: Mesh;
  readonly graph: Graph;
  /** Routes for callers inside the mesh, by the host that they belong to. */
  readonly routes: ReadonlyMap<string | undefined, readonly RouteNode[]>;
  /** Services that the proxies of a service themselves talk to, by its name. */
  readonly asked: ReadonlyMap<string, readonly Service[]>;
}

/**
 * What the proxies of each service hear of, derived from its declared calls, and what they take where no Service of
 * Kubernetes says so; none where neither is to be said. Istio takes one Sidecar a workload, whole: each of these stands in
 * for one of the namespace or the mesh. Gateways are not concerned: they hear of what they lead to.
 * https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export function sidecars(mesh: Mesh, graph: Graph): readonly Manifest[] {
  const inside = graph.routes.filter(({ gateways }) => gateways.includes("mesh"));
  const routes = Map.groupBy(inside, ({ service }) => service);
  const asked = askedBy(mesh);
  return servicesOf(mesh).flatMap((each) => {
    return each.kind === "workload" ? (sidecar(each, { mesh, graph, routes, asked }) ?? []) : [];
  });
}

/** Whom the proxies of each service ask, or tell what happened. */
function askedBy(mesh: Mesh): ReadonlyMap<string, readonly Service[]> {
  const uses = providerUses(mesh).flatMap(({ by, provider: name }) => {
    const provider = mesh.providers[name];
    if (provider === undefined || !("service" in provider) || !("versions" in by)) return [];
    const service = mesh.services[provider.service];
    return service === undefined ? [] : [{ by: by.name, service }];
  });
  const byCaller = Map.groupBy(uses, ({ by }) => by);
  return new Map([...byCaller].map(([by, list]) => [by, list.map(({ service }) => service)]));
}

function sidecar(service: WorkloadService, known: Known): Manifest | undefined {
  const { name, namespace, inMesh, discovery } = service;
  const { scope, unknownHosts } = discovery;
  const hears = scope === "all" && unknownHosts === undefined;
  if (!inMesh || (hears && service.host === undefined)) return undefined;
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "Sidecar",
    metadata: { name, namespace },
    spec: {
      workloadSelector: { labels: { app: name } },
      ...(service.host === undefined ? {} : { ingress: listeners(service) }),
      // Without `egress` a proxy hears of everything.
      ...(scope === "all" ? {} : { egress: [{ hosts: importedHosts(service, known) }] }),
      // Without a mode Istio would refuse, whatever the mesh says.
      ...(unknownHosts === undefined
        ? {}
        : { outboundTrafficPolicy: { mode: modes[unknownHosts] } }),
    },
  };
}

/**
 * The ports of the pods of a service with a host of its own. Without them a pod's proxy takes its ports from the
 * ServiceEntry, and may never learn of that: istiod can miss that the pod became ready. It then sees bytes where requests
 * are, and rules of access on requests refuse them.
 */
function listeners({ ports }: WorkloadService): Json {
  const targets = new Map(ports.map((port) => [port.target, port]));
  return [...targets.values()].map(({ name, target, protocol }) => ({
    port: { number: target, protocol: portProtocols[protocol], name },
    // Where the pod listens itself, as without this.
    defaultEndpoint: `0.0.0.0:${String(target)}`,
  }));
}

/**
 * What the declared calls need, as `namespace/host`, sorted: the callees, what their routes send to, and the way out to
 * those outside; those whom proxies themselves ask or tell. The control plane's namespace has what else they talk to.
 */
function importedHosts(service: WorkloadService, known: Known): readonly string[] {
  const { name, calls, discovery } = service;
  const { services } = known.mesh;
  // Own keys only: a service may be called `constructor`.
  const callees = calls.flatMap(
    ({ to }) => (Object.hasOwn(services, to) ? services[to] : []) ?? [],
  );
  const hosts = callees.flatMap((callee) => [
    ...hostsOf(callee),
    ...wayOut(callee, known),
    ...sentTo(callee, known),
  ]);
  const counting = asksForCounts(known.mesh, service) ? countingService(known.mesh) : undefined;
  if (counting !== undefined) hosts.push(...hostsOf(counting.service));
  const asked = (known.asked.get(name) ?? []).flatMap(hostsOf);
  return [...new Set([`${rootNamespace}/*`, ...discovery.also, ...hosts, ...asked])].sort();
}

function hostsOf(callee: Service): readonly string[] {
  const hosts = callee.kind === "external" ? callee.hosts : [hostOf(callee)];
  return hosts.map((host) => `${callee.namespace}/${host}`);
}

function wayOut(callee: Service, { mesh }: Known): readonly string[] {
  if (callee.kind !== "external" || callee.through === undefined) return [];
  const gateway = mesh.gateways[callee.through];
  if (gateway === undefined) return [];
  return [`${gateway.namespace}/${clusterHost(gateway.name, gateway.namespace)}`];
}

/** Where the rules of a callee's route send requests, and copies of them. */
function sentTo(callee: Service, { routes, graph }: Known): readonly string[] {
  const rules = (routes.get(hostOf(callee)) ?? []).flatMap((route) => route.rules);
  return rules
    .flatMap(({ destinations, mirror }) => [...destinations, ...(mirror ? [mirror] : [])])
    .flatMap(({ host }) => {
      const service = serviceByHost(graph, host);
      return service === undefined ? [] : [`${service.namespace}/${host}`];
    });
}

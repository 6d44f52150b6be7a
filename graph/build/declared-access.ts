import type { Mesh, Operation, WorkloadService } from "../../model/index.ts";
import type { AccessPolicy, AccessPolicyRule } from "../access-policy.ts";
import type { RouteNode } from "../graph.ts";
import { hostOf, identityOf } from "../names.ts";

/** Who calls a service, and what; no operations means all. */
interface Caller {
  readonly identity: string;
  readonly operations: readonly Operation[];
}

/**
 * Least privilege out of the calls: each service that is not `open` lets in who declares a call to it, only for the
 * operations that the call names, and the gateways that lead to it. A service that nobody calls lets nobody in. Who
 * calls a service also reaches every other one that its routes send to, be it with copies.
 */
export function declaredAccess(mesh: Mesh, routes: readonly RouteNode[]): readonly AccessPolicy[] {
  const callers = callersByHost(mesh, routes);
  return Object.values(mesh.services).flatMap((service): AccessPolicy[] => {
    if (service.kind === "external" || service.access === "open") return [];
    const { name, namespace } = service;
    return [
      {
        name,
        namespace,
        door: { kind: "service", name },
        action: "allow",
        rules: [...callerRules(callers.get(hostOf(service)) ?? []), ...openPorts(service)],
        path: ["services", name],
      },
    ];
  });
}

/** One rule for all callers with the same operations. */
function callerRules(callers: readonly Caller[]): AccessPolicyRule[] {
  const byOperations = Map.groupBy(callers, ({ operations }) => JSON.stringify(operations));
  const rules = [...byOperations.values()].map((group): AccessPolicyRule => ({
    from: [{ ...nobody, principals: [...new Set(group.map(({ identity }) => identity))].sort() }],
    to: group[0]?.operations ?? [],
    when: [],
  }));
  return rules.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const nobody = { namespaces: [], principals: [], ipBlocks: [], remoteIpBlocks: [] };

/** A port that accepts plaintext where the service does not is for callers without identity: for everybody. */
function openPorts({ ports, mtls }: WorkloadService): AccessPolicyRule[] {
  const open = ports.filter((port) => port.mtls !== mtls && port.mtls !== "strict");
  const targets = [...new Set(open.map(({ target }) => target))].sort((a, b) => a - b);
  if (targets.length === 0) return [];
  return [{ from: [], to: [{ hosts: [], ports: targets, methods: [], paths: [] }], when: [] }];
}

function callersByHost(
  mesh: Mesh,
  routes: readonly RouteNode[],
): ReadonlyMap<string, readonly Caller[]> {
  const found: (readonly [string, Caller])[] = [];
  for (const route of routes) {
    const reached = new Set(route.rules.flatMap(destinationsOf));
    const callers = route.gateways.includes("mesh")
      ? servicesCalling(mesh, route.hosts)
      : gatewaysOf(mesh, route.gateways);
    for (const host of reached) for (const caller of callers) found.push([host, caller]);
  }
  const byHost = Map.groupBy(found, ([host]) => host);
  return new Map([...byHost].map(([host, pairs]) => [host, pairs.map(([, caller]) => caller)]));
}

function destinationsOf({ destinations, mirror }: RouteNode["rules"][number]): readonly string[] {
  return [...destinations, ...(mirror === undefined ? [] : [mirror])].map(({ host }) => host);
}

function servicesCalling(mesh: Mesh, hosts: readonly string[]): Caller[] {
  return Object.values(mesh.services).flatMap((service) => {
    if (service.kind === "external" || !service.inMesh) return [];
    const identity = identityOf(mesh.trust.domain, service).slice("spiffe://".length);
    return service.calls.flatMap(({ to, operations }): Caller[] => {
      const callee = mesh.services[to];
      return callee !== undefined && hosts.includes(hostOf(callee))
        ? [{ identity, operations }]
        : [];
    });
  });
}

/** A gateway's workload runs under an account with its name. */
function gatewaysOf(mesh: Mesh, ids: readonly string[]): Caller[] {
  return Object.values(mesh.gateways)
    .filter(({ namespace, name }) => ids.includes(`${namespace}/${name}`))
    .map((gateway) => ({
      identity: identityOf(mesh.trust.domain, gateway).slice("spiffe://".length),
      operations: [],
    }));
}

import type { Mesh, WorkloadService } from "../../model/index.ts";
import { asksForCounts, countingService, hasGlobalLimits } from "../../model/global-limits.ts";
import { hostServices } from "../../model/host-services.ts";
import { providerUses } from "../../model/provider-uses.ts";
import { servicesOf } from "../../model/services-of.ts";
import type { AccessPolicy, AccessPolicyRule } from "../access-policy.ts";
import type { RouteNode, RouteRuleNode } from "../graph.ts";
import { hostOf, identityOf, serviceId } from "../names.ts";
import { serviceOfRule } from "../service-of-rule.ts";
import { leadsElsewhere, ledAccess } from "./led-access.ts";
import type { RuleCaller } from "./operations-of-rule.ts";

/** Who calls a service, and what; no operations means all. */
interface Caller extends RuleCaller {
  readonly identity: string;
}

/**
 * Least privilege out of the calls: each service that is not `open` lets in who declares a call to it, only for the
 * operations that the call names, and the gateways that lead to it. A service that nobody calls lets nobody in. Who
 * calls a service also reaches every other one that its routes send to: those that rules lead to only with what the rule
 * is for, those that get copies with everything.
 */
export function declaredAccess(mesh: Mesh, routes: readonly RouteNode[]): readonly AccessPolicy[] {
  const closed = servicesOf(mesh).flatMap((service) =>
    service.kind === "external" || service.access === "open" ? [] : [service],
  );
  const callers = closed.length > 0 ? callersByHost(mesh, routes) : new Map<string, never>();
  return closed.map((service): AccessPolicy => {
    const { name, namespace } = service;
    return {
      name,
      namespace,
      door: { kind: "service", name },
      action: "allow",
      rules: [...callerRules(callers.get(hostOf(service)) ?? []), ...openPorts(service)],
      path: ["services", name],
    };
  });
}

/** One rule for all callers with the same operations. */
function callerRules(callers: readonly Caller[]): AccessPolicyRule[] {
  const byOperations = Map.groupBy(callers, ({ operations }) =>
    operations.length === 0 ? "" : JSON.stringify(operations),
  );
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
  const calling = callersOf(mesh);
  const found = new Map<string, Caller[]>();
  const add = (host: string, caller: Caller): void => {
    const there = found.get(host);
    if (there === undefined) found.set(host, [caller]);
    else there.push(caller);
  };
  for (const route of routes) {
    const reached = new Set(route.rules.flatMap((rule) => destinationsOf(route, rule)));
    const callers = route.gateways.includes("mesh")
      ? route.hosts.flatMap((host) => calling.get(host) ?? [])
      : gatewaysOf(mesh, route.gateways);
    for (const host of reached) for (const caller of callers) add(host, caller);
    for (const caller of leadsElsewhere(route) ? callers : []) {
      for (const [host, operations] of ledAccess(route, caller)) {
        add(host, { ...caller, operations });
      }
    }
  }
  for (const [host, caller] of countingCallers(mesh)) add(host, caller);
  // Proxies themselves call those whom they ask or tell, past any route.
  for (const { by, provider: name } of providerUses(mesh)) {
    const provider = mesh.providers[name];
    if (provider === undefined || !("service" in provider)) continue;
    const service = mesh.services[provider.service];
    if (service === undefined) continue;
    const identity = identityOf(mesh.trust.domain, by).slice("spiffe://".length);
    add(hostOf(service), { identity, operations: [] });
  }
  return found;
}

/** Who takes what is sent to the service of a rule: itself, wherever the rule leads, and who gets copies. */
function destinationsOf(route: RouteNode, rule: RouteRuleNode): readonly string[] {
  const { destinations, mirror } = rule;
  const own = destinations.length === 0 ? undefined : serviceOfRule(route, rule);
  return [...(own === undefined ? [] : [own]), ...(mirror === undefined ? [] : [mirror.host])];
}

/** The services in the mesh that say they call a host, by that host. */
function callersOf(mesh: Mesh): ReadonlyMap<string, readonly Caller[]> {
  const found = new Map<string, Caller[]>();
  for (const service of servicesOf(mesh)) {
    if (service.kind === "external" || !service.inMesh) continue;
    const identity = identityOf(mesh.trust.domain, service).slice("spiffe://".length);
    const id = serviceId(service);
    for (const { to, operations } of service.calls) {
      const callee = mesh.services[to];
      if (callee === undefined) continue;
      const host = hostOf(callee);
      const callers = found.get(host);
      if (callers === undefined) found.set(host, [{ identity, id, operations }]);
      else callers.push({ identity, id, operations });
    }
  }
  return found;
}

/**
 * Who has a global limit asks the service that counts, past all routes, and so does a gateway that leads to it: where
 * that is an edge proxy, it counts at the door.
 */
function countingCallers(mesh: Mesh): readonly (readonly [string, Caller])[] {
  const counting = countingService(mesh);
  if (counting === undefined) return [];
  const { services } = mesh;
  const asking = servicesOf({ services }).filter((each) => asksForCounts(mesh, each));
  const doors = Object.values(mesh.gateways).filter(({ hosts }) =>
    hosts.flatMap(hostServices).some((name) => {
      const service = Object.hasOwn(services, name) ? services[name] : undefined;
      return service !== undefined && hasGlobalLimits(service);
    }),
  );
  return [...asking, ...doors].map((each) => [
    hostOf(counting.service),
    { identity: identityOf(mesh.trust.domain, each).slice("spiffe://".length), operations: [] },
  ]);
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

import type { Gateway, Mesh, WorkloadService } from "../../model/index.ts";
import { httpProtocols } from "../../model/vocabulary.ts";
import type { AccessPolicy, AccessPolicyRule, PolicyOperation } from "../access-policy.ts";
import { coversHost } from "../names.ts";

/**
 * A rule that speaks of requests, at a door that also takes connections without any. Proxies take every word about a
 * request for said where there is none: a `deny` by path would cut all connections of plain TCP. So the rule names the
 * ports with requests, or leaves out the connections.
 * https://istio.io/latest/docs/concepts/security/#using-istio-authorization-on-plain-tcp-protocols
 */
export function ofRequests(policy: AccessPolicy, mesh: Mesh): AccessPolicy {
  // What an `allow` says of requests lets no connection in, which is safe.
  if (policy.action === "allow" || !policy.rules.some(speaksOfRequests)) return policy;
  const { kind, name } = policy.door;
  const narrow =
    kind === "service" ? atService(mesh.services[name]) : atGateway(mesh.gateways[name]);
  if (narrow === undefined) return policy;
  const rules = policy.rules.flatMap((rule) => (speaksOfRequests(rule) ? narrow(rule) : [rule]));
  return { ...policy, rules };
}

/** Rules that together say the same of requests alone. */
type Narrow = (rule: AccessPolicyRule) => readonly AccessPolicyRule[];

function atService(service: Mesh["services"][string] | undefined): Narrow | undefined {
  if (service?.kind !== "workload") return undefined;
  const ports = portsWithRequests(service);
  const hasOthers = service.ports.some(({ target }) => !ports.includes(target));
  if (!hasOthers || ports.length === 0) return undefined;
  return (rule) => [
    {
      ...rule,
      to: operationsOf(rule).map((each) => (each.ports.length > 0 ? each : { ...each, ports })),
    },
  ];
}

function atGateway(gateway: Gateway | undefined): Narrow | undefined {
  if (gateway === undefined) return undefined;
  const notPorts = gateway.tcp.map(({ port }) => port);
  const names = serverNamesOf(gateway);
  if (notPorts.length === 0 && names.every((each) => Object.keys(each).length === 0)) {
    return undefined;
  }
  return (rule) =>
    names.map((each) => ({
      ...rule,
      ...(notPorts.length === 0
        ? {}
        : { to: operationsOf(rule).map((operation) => ({ ...operation, notPorts })) }),
      ...each,
    }));
}

type ServerNames = Pick<AccessPolicyRule, "serverNames" | "notServerNames">;

/**
 * The names of all requests, any of these: what no connection asks for, and what a wildcard of connections covers but a
 * host with requests takes for itself. A proxy goes by the longest name that fits.
 */
function serverNamesOf({ hosts }: Gateway): readonly ServerNames[] {
  const names = (carries: "requests" | "connections"): readonly string[] =>
    hosts.filter((each) => each.carries === carries).map(({ host }) => host);
  const connections = names("connections");
  const without = (left: readonly string[]): ServerNames =>
    left.length === 0 ? {} : { notServerNames: left };
  const taken = names("requests").filter((host) =>
    connections.some((wildcard) => coversHost(wildcard, host)),
  );
  const within = (host: string): readonly string[] =>
    connections.filter((each) => coversHost(host, each));
  const groups = Map.groupBy(taken, (host) => within(host).join(" "));
  return [
    without(connections),
    ...[...groups.values()].map((same) => ({
      serverNames: same,
      ...without(within(same[0] ?? "")),
    })),
  ];
}

const anything: PolicyOperation = { hosts: [], ports: [], methods: [], paths: [] };

function operationsOf({ to }: AccessPolicyRule): readonly PolicyOperation[] {
  return to.length === 0 ? [anything] : to;
}

/** Ports of the workload that take requests. */
export function portsWithRequests({ ports }: Pick<WorkloadService, "ports">): readonly number[] {
  const http = ports.filter(({ protocol }) => httpProtocols.some((each) => each === protocol));
  return [...new Set(http.map(({ target }) => target))].sort((a, b) => a - b);
}

function speaksOfRequests({ from, to, when }: AccessPolicyRule): boolean {
  return (
    when.length > 0 ||
    from.some(({ issuers = [], not }) => issuers.length + (not?.issuers ?? []).length > 0) ||
    to.some(({ hosts, methods, paths }) => hosts.length + methods.length + paths.length > 0)
  );
}

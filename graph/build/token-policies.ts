import {
  httpProtocols,
  type Gateway,
  type GatewayHost,
  type Mesh,
  type TokenRequirement,
  type WorkloadService,
} from "../../model/index.ts";
import type { AccessPolicy, AccessPolicyRule, PolicyOperation } from "../access-policy.ts";
import { coversHost } from "../names.ts";

/**
 * What makes a token required: to check one alone refuses wrong tokens, not their absence. One policy a door that denies
 * what comes without a token of the issuers that it requires.
 */
export function tokenPolicies(mesh: Mesh): readonly AccessPolicy[] {
  const issuersOf = ({ providers }: TokenRequirement): readonly string[] =>
    providers.flatMap((name) => mesh.authentication.providers[name]?.issuer ?? []);
  const services = Object.values(mesh.services).flatMap((each): AccessPolicy[] => {
    if (each.kind === "external" || !isRequired(each)) return [];
    const rule = without(issuersOf(each.requires), httpPorts(each));
    return [policy("service", each, [rule])];
  });
  const gateways = Object.values(mesh.gateways).flatMap((each): AccessPolicy[] => {
    const rules = [...Map.groupBy(each.hosts.filter(isRequired), groupOf).values()].map((hosts) =>
      without(issuersOf(hosts[0]?.requires ?? nobody), operationsOf(each, hosts)),
    );
    return rules.length === 0 ? [] : [policy("gateway", each, rules)];
  });
  return [...services, ...gateways];
}

const nobody: TokenRequirement = { providers: [], optional: false };

function isRequired<Door extends { readonly requires?: TokenRequirement }>(
  door: Door,
): door is Door & { readonly requires: TokenRequirement } {
  return door.requires?.optional === false;
}

function policy(
  kind: "service" | "gateway",
  { name, namespace }: { readonly name: string; readonly namespace: string },
  rules: readonly AccessPolicyRule[],
): AccessPolicy {
  return {
    name: `${name}-requires-token`,
    namespace,
    door: { kind, name },
    action: "deny",
    rules,
    path: [`${kind}s`, name],
  };
}

function without(issuers: readonly string[], to: readonly PolicyOperation[]): AccessPolicyRule {
  return { from: [{ ...anybody, not: { ...anybody, issuers } }], to, when: [] };
}

const anybody = { namespaces: [], principals: [], ipBlocks: [], remoteIpBlocks: [] };
const anything = { hosts: [], ports: [], methods: [], paths: [] };

/** Connections without requests carry no tokens: a DENY that names no ports would refuse them all. */
function httpPorts({ ports }: WorkloadService): readonly PolicyOperation[] {
  const http = ports.filter(({ protocol }) => httpProtocols.some((each) => each === protocol));
  const targets = [...new Set(http.map(({ target }) => target))].sort((a, b) => a - b);
  return [{ ...anything, ports: targets }];
}

function groupOf({ requires }: GatewayHost): string {
  return (requires?.providers ?? []).join(" ");
}

/** The hosts of a gateway that require the same. Of a wildcard, only what no other host of the gateway takes. */
function operationsOf(gateway: Gateway, same: readonly GatewayHost[]): readonly PolicyOperation[] {
  if (same.length === gateway.hosts.length) return [];
  const others = gateway.hosts.filter((each) => !same.includes(each)).map(({ host }) => host);
  return same.map(({ host }): PolicyOperation => {
    const notHosts = others.filter((other) => coversHost(host, other)).sort();
    return { ...anything, hosts: [host], ...(notHosts.length === 0 ? {} : { notHosts }) };
  });
}

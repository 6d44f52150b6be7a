import type { Gateway, GatewayHost, Mesh, TokenRequirement } from "../../model/index.ts";
import { servicesOf } from "../../model/services-of.ts";
import type { AccessPolicy, AccessPolicyRule, PolicyOperation } from "../access-policy.ts";
import { coversHost } from "../names.ts";
import { ofRequests, portsWithRequests } from "./of-requests.ts";

/**
 * What makes a token required: to check one alone refuses wrong tokens, not their absence. One policy a door that denies
 * what comes without a token of the issuers that it requires.
 */
export function tokenPolicies(mesh: Mesh): readonly AccessPolicy[] {
  const issuersOf = ({ providers }: TokenRequirement): readonly string[] =>
    providers.flatMap((name) => mesh.authentication.providers[name]?.issuer ?? []);
  const services = servicesOf(mesh).flatMap((each): AccessPolicy[] => {
    if (each.kind === "external" || !isRequired(each)) return [];
    const to = [{ ...anything, ports: portsWithRequests(each) }];
    return [policy("service", each, [without(issuersOf(each.requires), to)])];
  });
  const gateways = Object.values(mesh.gateways).flatMap((each): AccessPolicy[] => {
    const rules = [...Map.groupBy(each.hosts.filter(isRequired), groupOf).values()].map((hosts) =>
      without(issuersOf(hosts[0]?.requires ?? nobody), operationsOf(each, hosts)),
    );
    return rules.length === 0 ? [] : [policy("gateway", each, rules)];
  });
  return [...services, ...gateways.map((each) => ofRequests(each, mesh))];
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

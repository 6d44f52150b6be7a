import type {
  AccessCondition,
  AccessRule,
  AccessSource,
  Mesh,
  Operation,
  SourceFields,
} from "../../model/index.ts";
import type {
  AccessPolicy,
  PolicyCondition,
  PolicySource,
  PolicySourceFields,
} from "../access-policy.ts";
import type { RouteNode } from "../graph.ts";
import { identityOf } from "../names.ts";
import { declaredAccess } from "./declared-access.ts";
import { ofRequests } from "./of-requests.ts";

const known = new WeakMap<readonly RouteNode[], readonly AccessPolicy[]>();

/**
 * Everything that the doors of a mesh check: what is generated from calls, and the author's own rules. The graph and
 * each target ask for it; it is worked out once for the routes of a graph, which belong to one mesh.
 */
export function accessPolicies(mesh: Mesh, routes: readonly RouteNode[]): readonly AccessPolicy[] {
  const found = known.get(routes);
  if (found !== undefined) return found;
  const policies = allPolicies(mesh, routes);
  known.set(routes, policies);
  return policies;
}

function allPolicies(mesh: Mesh, routes: readonly RouteNode[]): readonly AccessPolicy[] {
  return [
    ...declaredAccess(mesh, routes),
    ...mesh.access.rules
      .flatMap((rule) => ruleAt(mesh, rule))
      .map((policy) => ofRequests(policy, mesh)),
  ];
}

/** One policy a door that the rule protects. */
function ruleAt(mesh: Mesh, rule: AccessRule): AccessPolicy[] {
  const { action, provider } = rule;
  const common = { action, ...(provider === undefined ? {} : { provider }) };
  const when = rule.when.map((each) => resolveCondition(mesh, each));
  const from = rule.from.map((each) => resolveSource(mesh, each));
  const path = ["access", "rules", rule.name];
  const services = rule.services.flatMap((name): AccessPolicy[] => {
    const service = mesh.services[name];
    if (service?.kind !== "workload") return [];
    const target = (number: number): number =>
      service.ports.find((port) => port.number === number)?.target ?? number;
    const to = rule.to.map((each): Operation => ({ ...each, ports: each.ports.map(target) }));
    const { namespace } = service;
    const door = { kind: "service", name } as const;
    return [
      {
        ...common,
        name: `${name}-${rule.name}`,
        namespace,
        door,
        rules: [{ from, to, when }],
        path,
      },
    ];
  });
  const gateways = rule.gateways.flatMap((name): AccessPolicy[] => {
    const gateway = mesh.gateways[name];
    if (gateway === undefined) return [];
    const { namespace } = gateway;
    const door = { kind: "gateway", name } as const;
    return [
      {
        ...common,
        name: `${name}-${rule.name}`,
        namespace,
        door,
        rules: [{ from, to: rule.to, when }],
        path,
      },
    ];
  });
  return [...services, ...gateways];
}

/** A token is known by its issuer. */
function resolveCondition(mesh: Mesh, condition: AccessCondition): PolicyCondition {
  if (condition.kind === "header") return condition;
  const { issuer = "" } = mesh.authentication.providers[condition.provider] ?? {};
  return { ...condition, issuer };
}

function resolveSource(mesh: Mesh, { not, ...fields }: AccessSource): PolicySource {
  const said = resolveFields(mesh, fields);
  return not === undefined ? said : { ...said, not: resolveFields(mesh, not) };
}

/** Services and principals are one list of identities. */
function resolveFields(
  mesh: Mesh,
  { services, principals, ...rest }: SourceFields,
): PolicySourceFields {
  const named = services.flatMap((name) => {
    const service = mesh.services[name];
    return service === undefined ? [] : [principalOf(identityOf(mesh.trust.domain, service))];
  });
  return { ...rest, principals: [...named, ...principals.map(principalOf)] };
}

/** An identity as proxies compare it: without its scheme. */
export function principalOf(identity: string): string {
  return identity.replace(/^spiffe:\/\//, "");
}

import type {
  AccessPolicy,
  AccessPolicyRule,
  Json,
  Manifest,
  PolicyCondition,
  PolicyOperation,
  PolicySourceFields,
} from "../../graph/index.ts";
import type { ProtectiveAction, TextMatch } from "../../model/index.ts";

const actions = {
  allow: "ALLOW",
  deny: "DENY",
  audit: "AUDIT",
  custom: "CUSTOM",
} as const satisfies Record<ProtectiveAction, string>;

/**
 * What the proxies of one door check. An ALLOW without rules lets nobody in.
 * https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export function authorizationPolicy(policy: AccessPolicy): Manifest {
  const { name, namespace, door, action, provider, rules } = policy;
  const label = door.kind === "service" ? "app" : "istio";
  return {
    apiVersion: "security.istio.io/v1",
    kind: "AuthorizationPolicy",
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: { [label]: door.name } },
      action: actions[action],
      ...(provider === undefined ? {} : { provider: { name: provider } }),
      ...(rules.length === 0 ? {} : { rules: rules.map(accessRule) }),
    },
  };
}

function accessRule(rule: AccessPolicyRule): Json {
  const { from, to, when, serverNames: values = [], notServerNames: notValues = [] } = rule;
  const named = [
    ...(values.length === 0 ? [] : [{ key: "connection.sni", values }]),
    ...(notValues.length === 0 ? [] : [{ key: "connection.sni", notValues }]),
  ];
  const all = [...when.flatMap(conditions), ...named];
  return {
    ...(from.length === 0
      ? {}
      : {
          from: from.map(({ not, ...fields }) => ({
            source: {
              ...lists(fields),
              ...(not === undefined ? {} : negated(lists(not))),
            },
          })),
        }),
    ...(to.length === 0 ? {} : { to: to.map((each) => ({ operation: operation(each) })) }),
    ...(all.length === 0 ? {} : { when: all }),
  };
}

/** Lists that say something. */
function lists(fields: PolicySourceFields): Readonly<Record<string, readonly string[]>> {
  const { principals, namespaces, ipBlocks, remoteIpBlocks, issuers = [] } = fields;
  // The principal of a request is the issuer of its token and its subject.
  const requestPrincipals = issuers.map((issuer) => `${issuer}/*`);
  const all = { principals, requestPrincipals, namespaces, ipBlocks, remoteIpBlocks };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
}

/** `principals` is `notPrincipals`. */
function negated(
  fields: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [
      `not${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      values,
    ]),
  );
}

/** Claims are those of all tokens together: the issuer says whose they are. */
function conditions(condition: PolicyCondition): Json[] {
  if (condition.kind === "header") {
    const { name, values } = condition;
    return [{ key: `request.headers[${name}]`, values: values.map(pattern) }];
  }
  return [
    { key: "request.auth.claims[iss]", values: [condition.issuer] },
    ...condition.claims.map(({ name, values }) => ({
      key: `request.auth.claims[${name}]`,
      values: values.map(pattern),
    })),
  ];
}

function operation(said: PolicyOperation): Json {
  const { hosts, notHosts = [], ports, notPorts = [], methods, paths } = said;
  return {
    ...(hosts.length === 0 ? {} : { hosts: hosts.flatMap(withPort) }),
    ...(notHosts.length === 0 ? {} : { notHosts: notHosts.flatMap(withPort) }),
    ...(ports.length === 0 ? {} : { ports: ports.map(String) }),
    ...(notPorts.length === 0 ? {} : { notPorts: notPorts.map(String) }),
    ...(methods.length === 0 ? {} : { methods }),
    ...(paths.length === 0 ? {} : { paths: paths.map(pattern) }),
  };
}

/** A client may add the port to the host that it asks for. */
function withPort(host: string): string[] {
  return [host, `${host}:*`];
}

function pattern({ kind, value }: TextMatch): string {
  return kind === "exact" ? value : `${value}*`;
}

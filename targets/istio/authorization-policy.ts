import type {
  AccessPolicy,
  AccessPolicyRule,
  Json,
  Manifest,
  PolicySourceFields,
} from "../../graph/index.ts";
import type { Operation, ProtectiveAction, TextMatch } from "../../model/index.ts";

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

function accessRule({ from, to, when }: AccessPolicyRule): Json {
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
    ...(when.length === 0
      ? {}
      : {
          when: when.map(({ name, values }) => ({
            key: `request.headers[${name}]`,
            values: values.map(pattern),
          })),
        }),
  };
}

/** Lists that say something. */
function lists(fields: PolicySourceFields): Readonly<Record<string, readonly string[]>> {
  const { principals, namespaces, ipBlocks, remoteIpBlocks } = fields;
  const all = { principals, namespaces, ipBlocks, remoteIpBlocks };
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

function operation({ hosts, ports, methods, paths }: Operation): Json {
  return {
    // A client may add the port to the host that it asks for.
    ...(hosts.length === 0 ? {} : { hosts: hosts.flatMap((host) => [host, `${host}:*`]) }),
    ...(ports.length === 0 ? {} : { ports: ports.map(String) }),
    ...(methods.length === 0 ? {} : { methods }),
    ...(paths.length === 0 ? {} : { paths: paths.map(pattern) }),
  };
}

function pattern({ kind, value }: TextMatch): string {
  return kind === "exact" ? value : `${value}*`;
}

import type { Report } from "../../diagnostics/index.ts";
import type {
  AccessPolicy,
  AccessPolicyRule,
  PolicyCondition,
  PolicyOperation,
  PolicySourceFields,
} from "../../graph/index.ts";
import { escapeExpression, type Gateway, type TextMatch } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, type Fields } from "./fields.ts";
import { tokenIds } from "./token-ids.ts";

export interface Place {
  readonly site: ResolvedSite;
  readonly gateway: Pick<Gateway, "hosts" | "ports" | "tcp">;
}

interface AccessContext extends Place {
  readonly report: Report;
}

/**
 * What a gateway's rules of access become: a filter that denies, then one that lets only some in. Clients at the edge
 * have no identity of the mesh: a rule by identity is an error (HED3030). So is a rule where the gateway also hands whole
 * connections on, which would pass by it (HED3001).
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/rbac_filter
 */
export function accessFilters(
  policies: readonly AccessPolicy[],
  { site, gateway, report }: AccessContext,
): readonly Fields[] {
  const here = policies.filter(({ door }) => door.kind === "gateway" && door.name === site.gateway);
  for (const policy of here) {
    checkIdentities(policy, report);
    checkConnections(policy, gateway, report);
  }
  return (["deny", "allow"] as const).flatMap((action) => {
    const own = here.filter((policy) => policy.action === action);
    if (own.length === 0) return [];
    const rules = { action: action.toUpperCase(), policies: policiesOf(own, { site, gateway }) };
    const type = "envoy.extensions.filters.http.rbac.v3.RBAC";
    return [extension(`envoy.filters.http.rbac.${action}`, type, { rules })];
  });
}

/** Policies of the filter by name, in its own words. */
export function policiesOf(policies: readonly AccessPolicy[], place: Place): Fields {
  return Object.fromEntries(policies.map(({ name, rules }) => [name, rbacPolicy(rules, place)]));
}

function checkIdentities({ rules, path, name }: AccessPolicy, report: Report): void {
  const fields = rules.flatMap(({ from }) => from.flatMap(({ not, ...said }) => [said, not]));
  const named = fields.some(
    (each) => each !== undefined && each.principals.length + each.namespaces.length > 0,
  );
  if (!named) return;
  report.add({
    code: "HED3030",
    severity: "error",
    path,
    message: `an edge proxy does not know who its clients are: "${name}" asks for identities or namespaces of the mesh`,
    fix: "name clients by ipBlocks or remoteIpBlocks at the gateway, and services at the services themselves",
  });
}

function checkConnections(
  { path, name }: AccessPolicy,
  { hosts, tcp }: Pick<Gateway, "hosts" | "tcp">,
  report: Report,
): void {
  const [host] = hosts.filter(({ carries }) => carries === "connections");
  const [listener] = tcp;
  if (host === undefined && listener === undefined) return;
  const which = host === undefined ? `port ${String(listener?.port)}` : `"${host.host}"`;
  report.add({
    code: "HED3001",
    severity: "error",
    path,
    message: `an edge proxy checks requests, and behind ${which} it sees none: "${name}" would not hold there`,
    fix: "give connections without requests a gateway of their own",
  });
}

/** A policy has one rule: its operations are what is permitted, its sources and conditions say to whom. */
function rbacPolicy(rules: readonly AccessPolicyRule[], place: Place): Fields {
  const [rule] = rules;
  if (rule === undefined) return { permissions: [{ any: true }], principals: [{ any: true }] };
  const permissions = rule.to.map((each) => permission(each, place));
  const sources = rule.from.map(({ not, ...said }) =>
    all("and_ids", "ids", [...sourceIds(said), ...(not === undefined ? [] : negated(not))]),
  );
  const conditions = rule.when.flatMap(condition);
  const source = sources.length === 0 ? [] : [any("or_ids", "ids", sources)];
  return {
    permissions: permissions.length === 0 ? [{ any: true }] : permissions,
    principals: [all("and_ids", "ids", [...source, ...conditions])],
  };
}

function condition(given: PolicyCondition): Fields[] {
  if (given.kind === "token") return tokenIds(given);
  const values = given.values.map((value) => header(given.name, textMatch(value)));
  return [any("or_ids", "ids", values)];
}

function permission({ hosts, ports, methods, paths }: PolicyOperation, place: Place): Fields {
  const lists = [
    hosts.map((host) => header(":authority", hostMatch(host))),
    ports.map((port) => ({ destination_port: listenerPort(port, place) })),
    methods.map((method) => header(":method", { exact: method })),
    paths.map((path) => ({ url_path: { path: textMatch(path) } })),
  ].filter((list) => list.length > 0);
  return all(
    "and_rules",
    "rules",
    lists.map((list) => any("or_rules", "rules", list)),
  );
}

/** A gateway's ports are those of its doors, which a site may have moved. */
function listenerPort(port: number, { site, gateway: { ports } }: Place): number {
  const { http, https } = site.listen;
  return port === ports.http ? http : port === ports.https ? https : port;
}

function sourceIds({ ipBlocks, remoteIpBlocks }: PolicySourceFields): Fields[] {
  const lists = [
    ipBlocks.map((block) => ({ direct_remote_ip: cidr(block) })),
    remoteIpBlocks.map((block) => ({ remote_ip: cidr(block) })),
  ];
  return lists.filter((list) => list.length > 0).map((list) => any("or_ids", "ids", list));
}

function negated(fields: PolicySourceFields): Fields[] {
  return sourceIds(fields).map((each) => ({ not_id: each }));
}

function cidr(block: string): Fields {
  const [address = "", bits] = block.split("/");
  const whole = address.includes(":") ? 128 : 32;
  return { address_prefix: address, prefix_len: bits === undefined ? whole : Number(bits) };
}

function header(name: string, string_match: Fields): Fields {
  return { header: { name, string_match } };
}

/** A client may add the port to the host that it asks for. */
function hostMatch(host: string): Fields {
  const name = escapeExpression(host.replace(/^\*/, ""));
  const regex = `${host.startsWith("*") ? ".+" : ""}${name}(:[0-9]+)?`;
  return { safe_regex: { regex: `(?i)${regex}` } };
}

function textMatch({ kind, value }: TextMatch): Fields {
  return { [kind]: value };
}

function any(outer: string, inner: string, list: readonly Fields[]): Fields {
  return join(outer, inner, list);
}

function all(outer: string, inner: string, list: readonly Fields[]): Fields {
  return list.length === 0 ? { any: true } : join(outer, inner, list);
}

function join(outer: string, inner: string, list: readonly Fields[]): Fields {
  const [first, ...others] = list;
  return first !== undefined && others.length === 0 ? first : { [outer]: { [inner]: list } };
}

import type { Graph, ServiceNode } from "../../graph/graph.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import { callersOf, serviceById } from "../../graph/query.ts";
import type { AccessCase } from "./access-cases.ts";

/** Who a declared caller is on the wire. */
export interface DeclaredCaller {
  readonly service: string;
  readonly namespace: string;
  /** Without the trust domain: `ns/shop/sa/web`. */
  readonly identity: string;
}

/** The workloads that are declared to call a service, by identity. */
export function callersOfService(
  graph: ObjectGraph & Pick<Graph, "services" | "calls">,
  service: ServiceNode,
): readonly DeclaredCaller[] {
  return callersOf(graph, service.id).flatMap(({ from }): DeclaredCaller[] => {
    const caller = serviceById(graph, from);
    if (caller === undefined) return [];
    const { namespace, name, selector = {} } = caller;
    const pods = podsSelectedBy(graph, namespace, selector);
    // What a mesh of Heddle deploys runs as an account with the name of its service.
    const accounts = new Set(pods.length === 0 ? [name] : pods.map((each) => each.serviceAccount));
    return [...accounts].map((account) => ({
      service: from,
      namespace,
      identity: `ns/${namespace}/sa/${account}`,
    }));
  });
}

/** Whether a case lets a caller in, as far as identity decides: its paths and methods are not known here. */
export function allowsCaller({ fields }: AccessCase, caller: DeclaredCaller): boolean {
  const { namespace, identity } = caller;
  const principals = fields.get("principals");
  const namespaces = fields.get("namespaces");
  const accounts = fields.get("serviceAccounts");
  const account = identity.replace(/^ns\/(.*)\/sa\/(.*)$/, "$1/$2");
  return (
    (principals?.some((each) => matchesIdentity(each, identity)) ?? true) &&
    (namespaces?.some((each) => matches(each, namespace)) ?? true) &&
    (accounts?.some((each) => each === account || account.endsWith(`/${each}`)) ?? true)
  );
}

/** Compares a principal with an identity of any trust domain. */
export function matchesIdentity(principal: string, identity: string): boolean {
  if (principal.includes("*")) {
    const [, rest = principal] = /^[^/*]+\/(.*)$/s.exec(principal) ?? [];
    return (
      matches(rest, identity) || (principal.startsWith("*") && matches(principal, `/${identity}`))
    );
  }
  return principal.endsWith(`/${identity}`);
}

function matches(pattern: string, value: string): boolean {
  if (pattern === "*" || pattern === value) return true;
  if (pattern.endsWith("*")) return value.startsWith(pattern.slice(0, -1));
  return pattern.startsWith("*") && value.endsWith(pattern.slice(1));
}

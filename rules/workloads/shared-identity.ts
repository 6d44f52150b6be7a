import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "./checked-workloads.ts";

/** An identity that an access rule trusts belongs to one application. */
export const sharedIdentity: Rule = {
  id: "workloads/shared-identity",
  code: "HED4154",
  severity: "warning",
  summary: "an identity that an access rule trusts belongs to one application",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const trusted = trustedIdentities(graph);
    if (trusted.size === 0) return;
    const users = Map.groupBy(checkedWorkloads(graph), identityOf);
    for (const identity of trusted) {
      const pods = users.get(identity) ?? [];
      const [first, ...others] = [...new Map(pods.map((pod) => [appOf(pod), pod])).values()];
      if (first === undefined || others.length === 0) continue;
      const apps = [first, ...others].map(appOf).sort().join(", ");
      find({
        outcome: "fail",
        origin: first.origin(["spec", "serviceAccountName"]),
        message: `the service account ${identity} is shared by ${apps}, and access rules that trust it cannot tell them apart`,
        fix: "give each application a service account of its own",
      });
    }
  },
};

/** `namespace/account` of every principal that a rule allows. */
function trustedIdentities(graph: ObjectGraph): ReadonlySet<string> {
  const found = new Set<string>();
  for (const object of objectsOf(graph, authorizationPolicyType)) {
    const { action = "ALLOW", rules = [] } = authorizationPolicySpec(object) ?? {};
    if (action !== "ALLOW") continue;
    const sources = rules.flatMap(({ from = [] }) => from);
    for (const principal of sources.flatMap(({ source }) => source?.principals ?? [])) {
      const [, namespace, account] = /\/ns\/([^/*]+)\/sa\/([^/*]+)$/.exec(principal) ?? [];
      if (account !== undefined) found.add(`${namespace ?? ""}/${account}`);
    }
  }
  return found;
}

function identityOf({ namespace, serviceAccount }: VirtualPod): string {
  return `${namespace}/${serviceAccount}`;
}

function appOf({ labels, name }: VirtualPod): string {
  return labels["app"] ?? labels["app.kubernetes.io/name"] ?? name;
}

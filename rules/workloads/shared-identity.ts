import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { sourcesOf } from "../access/sources-of.ts";
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
      if (pods.length < 2) continue;
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

const identity = /\/ns\/([^/*]+)\/sa\/([^/*]+)$/;

/** `namespace/account` of every principal that a rule allows. */
function trustedIdentities(graph: ObjectGraph): ReadonlySet<string> {
  const found = new Set<string>();
  for (const object of objectsWith(graph, authorizationPolicyType, "principals")) {
    const { action = "ALLOW" } = authorizationPolicySpec(object) ?? {};
    if (action !== "ALLOW") continue;
    for (const { source } of sourcesOf(object)) {
      for (const principal of source.principals ?? []) {
        const [, namespace, account] = identity.exec(principal) ?? [];
        if (account !== undefined) found.add(`${namespace ?? ""}/${account}`);
      }
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

import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { knownHosts } from "../../graph/objects/known-hosts.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";
import { servicesIn } from "./services-in.ts";

const fields = ["hosts", "notHosts"] as const;

/** Every host of the cluster that an access rule names is a service. Others are names that clients may send. */
export const operationHostUnknown: Rule = {
  id: "access/operation-host-unknown",
  code: "HED4407",
  severity: "warning",
  summary: "the hosts of the cluster that access rules name exist",
  covers: ["KIA0104"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, authorizationPolicyType, ...fields)) {
      for (const [rule, { to = [] }] of (authorizationPolicySpec(object)?.rules ?? []).entries()) {
        for (const [place, { operation }] of to.entries()) {
          for (const field of fields) {
            for (const [index, host] of (operation?.[field] ?? []).entries()) {
              if (!isMissing(graph, host)) continue;
              const path = ["spec", "rules", rule, "to", place, "operation", field, index];
              find({
                outcome: "fail",
                origin: object.origin(path),
                message: `${field} names ${host}, which no service has`,
                fix: "correct the name or the namespace in it",
              });
            }
          }
        }
      }
    }
  },
};

/** Only a namespace whose services are described can be judged. */
function isMissing(graph: ObjectGraph, text: string): boolean {
  const host = text.replace(/:(?:\d+|\*)$/, "");
  const namespace = /^[a-z0-9-]+\.([a-z0-9-]+)\.svc\.cluster\.local$/.exec(host)?.[1];
  if (namespace === undefined || servicesIn(graph, namespace).length === 0) return false;
  return !knownHosts(graph).byHost.has(host);
}

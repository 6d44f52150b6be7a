import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { settledObjects } from "./settled-objects.ts";
import { withAction } from "./sources-of.ts";
import type { Rule } from "../rule.ts";

/** A DENY for a host also names it with a port. The host is compared as the client writes it, also with `:port`. */
export const denyHostWithoutPort: Rule = {
  id: "access/deny-host-without-port",
  code: "HED4403",
  severity: "warning",
  summary: "a DENY for a host also covers that host with a port",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const policies = settledObjects(graph, authorizationPolicyType, find);
    for (const object of withAction(policies, "DENY")) {
      const spec = authorizationPolicySpec(object);
      for (const [rule, { to = [] }] of (spec?.rules ?? []).entries()) {
        for (const [place, { operation }] of to.entries()) {
          const hosts = operation?.hosts ?? [];
          const index = hosts.findIndex((host) => isExact(host) && !withPort(host, hosts));
          const host = hosts[index];
          if (host === undefined) continue;
          const path = ["spec", "rules", rule, "to", place, "operation", "hosts"];
          find({
            outcome: "fail",
            origin: object.origin([...path, index]),
            message: `denies "${host}", and lets "${host}:8080" through: the host is compared with its port`,
            fix: `add "${host}:*" to hosts`,
            edits: [{ kind: "append", path, value: `${host}:*` }],
          });
        }
      }
    }
  },
};

function isExact(host: string): boolean {
  return !host.endsWith("*") && !/:\d+$/.test(host);
}

function withPort(host: string, hosts: readonly string[]): boolean {
  return hosts.some((each) => each === `${host}:*` || each === `${host}*`);
}

import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE"];

/** Every method that an access rule names is one of HTTP. The name of a gRPC method belongs into `paths`. */
export const methodUnknown: Rule = {
  id: "access/method-unknown",
  code: "HED4406",
  severity: "warning",
  summary: "the methods that access rules name are methods of HTTP",
  covers: ["KIA0102"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, authorizationPolicyType)) {
      for (const [rule, { to = [] }] of (authorizationPolicySpec(object)?.rules ?? []).entries()) {
        for (const [place, { operation }] of to.entries()) {
          for (const field of ["methods", "notMethods"] as const) {
            for (const [index, method] of (operation?.[field] ?? []).entries()) {
              if (isKnown(method)) continue;
              const path = ["spec", "rules", rule, "to", place, "operation", field, index];
              find({
                outcome: "fail",
                origin: object.origin(path),
                message: `"${method}" is no method of HTTP; there are ${methods.join(", ")}`,
                fix: "write the method in upper case; a gRPC method is `paths: [/package.Service/Method]`",
                ...(isKnown(method.toUpperCase())
                  ? { edits: [{ kind: "set", path, value: method.toUpperCase() }] }
                  : {}),
              });
            }
          }
        }
      }
    }
  },
};

function isKnown(pattern: string): boolean {
  if (pattern.startsWith("*")) return methods.some((each) => each.endsWith(pattern.slice(1)));
  if (pattern.endsWith("*")) return methods.some((each) => each.startsWith(pattern.slice(0, -1)));
  return methods.includes(pattern);
}

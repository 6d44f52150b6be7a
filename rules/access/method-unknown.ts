import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE"];

const fields = ["methods", "notMethods"] as const;

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
    for (const object of objectsWith(graph, authorizationPolicyType, ...fields)) {
      authorizationPolicySpec(object)?.rules?.forEach(({ to = [] }, rule) => {
        to.forEach(({ operation }, place) => {
          for (const field of fields) {
            operation?.[field]?.forEach((method, index) => {
              if (isKnown(method)) return;
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
            });
          }
        });
      });
    }
  },
};

function isKnown(pattern: string): boolean {
  if (pattern.startsWith("*")) return methods.some((each) => each.endsWith(pattern.slice(1)));
  if (pattern.endsWith("*")) return methods.some((each) => each.startsWith(pattern.slice(0, -1)));
  return methods.includes(pattern);
}

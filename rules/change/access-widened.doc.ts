import type { ChangeRuleDoc } from "../rule.ts";

const allow = (paths: string): string => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }]
      to: [{ operation: { paths: [${paths}] } }]
`;

/** Text and examples of `change/access-widened`. */
export const accessWidenedDoc: ChangeRuleDoc = {
  inventory: ["authz-widened"],
  what: "Every request that an ALLOW lets in was let in before by one that holds for the same workloads, and every request that a DENY refused is refused still. Rules are compared as sets: sources, operations and conditions with their prefixes, suffixes and exceptions.",
  why: "A wider rule makes no test fail. Somebody who knows the service has to say that it is meant, and sees it only if it is pointed out.",
  fails: { before: allow("/cart/*"), after: allow("/*") },
  passes: { before: allow("/cart/*"), after: allow("/cart/items, /cart/total") },
};

import type { RuleDoc } from "../rule.ts";

const rule = (name: string, labels: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${name}, namespace: shop${labels} }
spec:
  host: ${name}.shop.svc.cluster.local
  trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } }
`;

const owned = ["cart", "web", "catalog", "checkout"].map((name) =>
  rule(name, ", labels: { team: shop }"),
);

/** Text and examples of `operations/missing-owner`. */
export const missingOwnerDoc: RuleDoc = {
  inventory: ["ops-owner-metadata"],
  what: "Where at least five objects of Istio or of the Gateway API are checked and most of them have a label or an annotation whose name ends with `owner` or `team`, all of them have one.",
  why: "A route or a policy that nobody owns is found in an incident, and nobody dares to remove it.",
  fails: [...owned, rule("search", "")].join("---\n"),
  passes: [...owned, rule("search", ", labels: { team: search }")].join("---\n"),
};

import type { RuleDoc } from "../rule.ts";

const cart = (annotation: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: cart
  namespace: shop
  annotations:
    ${annotation}
spec:
  host: cart.shop.svc.cluster.local
  trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } }
`;

/** Text and examples of `operations/suppression-without-end`. */
export const suppressionWithoutEndDoc: RuleDoc = {
  inventory: ["ops-owner-metadata", "pulumi-skip-justified"],
  what: "Every suppression in an annotation `heddle.dev/ignore` ends with `until` and a day; `galley.istio.io/analyze-suppress`, which can say neither a reason nor an end, is not used. A reason is required anyway (HED1015).",
  why: "What was to be for one release stays for years, and hides the next fault of the same kind.",
  fails: cart('galley.istio.io/analyze-suppress: "IST0101"'),
  passes: cart(
    'heddle.dev/ignore: "IST0101: cart moves in with the next release until 2027-01-31"',
  ),
};

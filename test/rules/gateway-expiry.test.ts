import { expect, test } from "vitest";
import { certificateExpiringDoc } from "../../rules/gateway/certificate-expiring.doc.ts";
import { findExpiring } from "../../rules/gateway/expiring-certificates.ts";
import type { Finding } from "../../rules/rule.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";

const renewed = `---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: shop, namespace: istio-system }
spec: { secretName: shop-tls }
`;

function messagesAt(text: string, day: string): readonly string[] {
  const found: Finding[] = [];
  findExpiring(graphOfYaml(text).graph, (each) => found.push(each), Date.parse(day));
  return found.map(({ message }) => message);
}

// The certificates of the passing example are valid to the first day of 2120.
const { passes } = certificateExpiringDoc;

test.each([
  ["31 days before", "2119-12-01T00:00:00Z", 0],
  ["29 days before", "2119-12-03T00:00:00Z", 1],
])("a certificate is reported 30 days before its end: %s", (_name, day, count) => {
  expect(messagesAt(passes, day)).toHaveLength(count);
});

test("says what ends, and when", () => {
  expect(messagesAt(passes, "2119-12-20T00:00:00Z")).toEqual([
    expect.stringContaining("its certificate expires on 2120-01-01"),
  ]);
});

test("what something renews is left alone", () => {
  expect(messagesAt(passes + renewed, "2119-12-20T00:00:00Z")).toEqual([]);
});

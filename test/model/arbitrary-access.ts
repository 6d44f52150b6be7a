import fc from "fast-check";
import type {
  AccessDefinition,
  AccessRuleDefinition,
  OperationDefinition,
  ServiceDefinition,
} from "../../model/index.ts";

/** Services with requests. */
export const serviceNames = ["web", "cart", "orders", "constructor", "to-string"] as const;

/** What a call does. */
export const operation = fc.constantFrom<OperationDefinition>(
  { methods: ["GET", "POST"] },
  { methods: ["GET"], paths: ["/a", { prefix: "/b/" }] },
  { grpc: ["a.B/C", "a.D/*"] },
);

const source = fc.record(
  {
    services: fc.subarray([...serviceNames], { minLength: 1 }),
    namespaces: fc.constant(["shop"]),
    principals: fc.constant(["spiffe://a.example/ns/b/sa/*"]),
    ipBlocks: fc.constantFrom(["0.0.0.0/0"], ["10.0.0.0/8", "2001:db8::1"]),
  },
  { requiredKeys: ["ipBlocks"] },
);

/** Whoever calls, an authoriser is asked. */
function asking(rule: AccessRuleDefinition): AccessRuleDefinition {
  return {
    ...rule,
    provider: "asks",
    ...(rule.from === undefined ? {} : { from: [{ ipBlocks: ["10.0.0.0/8"] }] }),
  };
}

/** Rules at services, of any kind. */
export const access: fc.Arbitrary<AccessDefinition> = fc.record({
  rules: fc.dictionary(
    fc.constantFrom("r-one", "r-two"),
    fc
      .record(
        {
          action: fc.constantFrom("allow", "deny", "audit", "custom"),
          services: fc.subarray([...serviceNames], { minLength: 1 }),
          from: fc.array(source, { minLength: 1, maxLength: 2 }),
          to: fc.array(operation, { minLength: 1, maxLength: 2 }),
          when: fc.constant({ headers: { "X-A": ["a", { prefix: "b" }] } }),
        },
        { requiredKeys: ["action", "services"] },
      )
      .map((rule) => (rule.action === "custom" ? asking(rule) : rule)),
  ),
});

/** Rules whose services all check the token of `login` ask for its claims as well. */
export function withClaims(
  access: AccessDefinition,
  services: readonly { readonly definition: ServiceDefinition }[],
): AccessDefinition {
  const checks = (name: string): boolean => {
    const { requires } =
      services[serviceNames.findIndex((each) => each === name)]?.definition ?? {};
    return JSON.stringify(requires ?? "").includes("login");
  };
  const rules = Object.entries(access.rules ?? {}).map(
    ([name, rule]): [string, AccessRuleDefinition] => [
      name,
      rule.action !== "custom" && (rule.services ?? []).every(checks)
        ? {
            ...rule,
            when: { ...rule.when, token: "login", claims: { role: ["a", { prefix: "b" }] } },
          }
        : rule,
    ],
  );
  return { ...access, rules: Object.fromEntries<AccessRuleDefinition>(rules) };
}

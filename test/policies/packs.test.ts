import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rightMesh, withChange } from "../e2e/policy-gate/wrong-meshes.ts";
import { startPolicyServer, type PolicyServer } from "./policy-server.ts";
import { stackOf } from "./stack-of.ts";

/** Of each pack: what it is about, a fault that only warns in the baseline, and one that is none of its business. */
const packs = [
  {
    pack: "zero-trust",
    has: ["access-allow-all-access", "mtls-permissive-mtls", "gateway-weak-tls", "undecided"],
    hasNot: ["resilience-retry-amplification", "operations-blocking-budget"],
    wrong: ["selector: { matchLabels: { app: cart } }", "selector: { matchLabels: { app: crat } }"],
    policy: "access-selector-without-workload",
    other: ["weight: 90", "weight: 80"],
  },
  {
    pack: "production",
    has: ["resilience-retry-amplification", "operations-blocking-budget", "undecided"],
    hasNot: ["access-allow-all-access", "mtls-permissive-mtls"],
    wrong: ["image: stock }]", "image: stock }], hostNetwork: true"],
    policy: "workloads-host-network",
    other: ["mode: STRICT", "mode: PERMISSIVE"],
  },
] as const;

describe.each(packs.map((each) => [each.pack, each] as const))("%s", (pack, expected) => {
  let server: PolicyServer;
  beforeAll(async () => {
    server = await startPolicyServer(join(import.meta.dirname, "../../policies", pack));
  });
  afterAll(() => server.stop());

  test("holds the rules of its subject", async () => {
    const policies = await server.policies();
    expect(policies).toEqual(expect.arrayContaining([...expected.has]));
    for (const each of expected.hasNot) expect(policies).not.toContain(each);
    expect(new Set(policies).size).toBe(policies.length);
  });

  test("lets the right mesh pass, and leaves other faults to other packs", async () => {
    expect(await server.analyzeStack(stackOf(rightMesh))).toEqual([]);
    const other = await server.analyzeStack(stackOf(withChange(expected.other)));
    expect(other.filter(({ level }) => level === "mandatory")).toEqual([]);
  });

  test("blocks what is only a warning elsewhere", async () => {
    const violations = await server.analyzeStack(stackOf(withChange(expected.wrong)));
    const blocking = violations.filter(({ level }) => level === "mandatory");
    expect(blocking.map(({ policy }) => policy)).toEqual([expected.policy]);
    expect(blocking[0]?.message).toMatch(/HED4\d{3} warning {2}\w+ shop\//);
  });
});

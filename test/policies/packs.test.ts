import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rightMesh, withChange } from "../e2e/policy-gate/wrong-meshes.ts";
import { startPolicyServer, type PolicyServer } from "./policy-server.ts";
import { stackOf } from "./stack-of.ts";

/** Of each pack: what it is about, a fault that only warns in the baseline, and one that is none of its business. */
const packs = [
  {
    pack: "zero-trust",
    wrong: ["selector: { matchLabels: { app: cart } }", "selector: { matchLabels: { app: crat } }"],
    rule: "access/selector-without-workload",
    other: ["weight: 90", "weight: 80"],
  },
  {
    pack: "production",
    wrong: ["image: stock }]", "image: stock }], hostNetwork: true"],
    rule: "workloads/host-network",
    other: ["mode: STRICT", "mode: PERMISSIVE"],
  },
  {
    pack: "gateway-api",
    // In a namespace that nothing describes, so that nobody can say whether it is there.
    wrong: [
      "labels: { app: web }",
      "labels: { app: web, istio.io/use-waypoint: way, istio.io/use-waypoint-namespace: infra }",
    ],
    rule: "workloads/waypoint-without-ambient",
    other: ["mode: STRICT", "mode: PERMISSIVE"],
  },
] as const;

describe.each(packs.map((each) => [each.pack, each] as const))("%s", (pack, expected) => {
  let server: PolicyServer;
  beforeAll(async () => {
    server = await startPolicyServer(join(import.meta.dirname, "../../policies", pack));
  });
  afterAll(() => server.stop());

  test("has the policies of every pack", async () => {
    expect(await server.policies()).toEqual(["rules", "blocking-rules", "undecided"]);
  });

  test("lets the right mesh pass, and leaves other faults to other packs", async () => {
    expect(await server.analyzeStack(stackOf(rightMesh))).toEqual([]);
    const other = await server.analyzeStack(stackOf(withChange(expected.other)));
    expect(other.filter(({ level }) => level === "mandatory")).toEqual([]);
  });

  test("blocks what is only a warning elsewhere", async () => {
    const violations = await server.analyzeStack(stackOf(withChange(expected.wrong)));
    const blocking = violations.filter(({ level }) => level === "mandatory");
    expect(blocking.map(({ rule }) => rule)).toEqual([expected.rule]);
    expect(blocking[0]?.message).toMatch(/HED4\d{3} warning {2}\w+ shop\//);
  });
});

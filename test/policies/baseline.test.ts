import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rightMesh, withChange, wrongMeshes } from "../e2e/policy-gate/wrong-meshes.ts";
import { startPolicyServer, type PolicyServer, type SentResource } from "./policy-server.ts";
import { stackOf } from "./stack-of.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const unknownNumber = "3eeb2bf0-c639-47a8-9e75-3b44932eb421";

let server: PolicyServer;
beforeAll(async () => {
  server = await startPolicyServer(join(import.meta.dirname, "../../policies/baseline"));
});
afterAll(() => server.stop());

test("the pack has a policy for what is shown, what blocks, and what could not be decided", async () => {
  expect(await server.policies()).toEqual(["rules", "blocking-rules", "undecided"]);
});

test("the right mesh passes", async () => {
  expect(await server.analyzeStack(stackOf(rightMesh))).toEqual([]);
});

test("an empty stack passes, and one without a mesh too", async () => {
  expect(await server.analyzeStack([])).toEqual([]);
  const bucket = { type: "aws:s3/bucket:Bucket", name: "logs", props: { acl: unknownText } };
  expect(await server.analyzeStack([bucket])).toEqual([]);
});

describe.each(wrongMeshes.map((each) => [each.rule, each] as const))("%s", (rule, wrong) => {
  test("one change is a violation with code, place and fix, and the only one that blocks", async () => {
    const violations = await server.analyzeStack(stackOf(withChange(wrong.change)));
    const blocking = violations.filter(({ level }) => level === "mandatory");
    expect(blocking).toHaveLength(1);
    const [violation] = blocking;
    expect(violation).toMatchObject({ policy: "blocking-rules", rule });
    expect(violation?.message).toContain(`${wrong.code} error  ${wrong.place}\n`);
    expect(violation?.message).toContain(`fix: ${wrong.fix}`);
    expect(violation?.urn).toMatch(/^urn:pulumi:test::policies::/);
  });
});

describe("the configuration of the pack", () => {
  const [wrong] = wrongMeshes;
  const change = wrong?.change ?? ["", ""];

  /** What the wrong change's own rule says: notices of other rules come and go with them. */
  const check = async () => {
    const violations = await server.analyzeStack(stackOf(withChange(change)));
    return violations.filter(({ rule }) => rule === wrong?.rule);
  };

  test.each(["routing/split-without-workload", "HED4001"])("sets the level of %s", async (name) => {
    await server.configure({ rules: "ADVISORY" }, { [name]: "advisory" });
    expect(await check()).toMatchObject([{ policy: "rules", level: "advisory" }]);
    await server.configure({ rules: "ADVISORY" }, { [name]: "disabled" });
    expect(await check()).toEqual([]);
    await server.configure({});
    expect(await check()).toMatchObject([{ policy: "blocking-rules", level: "mandatory" }]);
  });

  test("makes a notice block", async () => {
    const yaml = withChange(["image: stock }]", "image: stock }], hostNetwork: true"]);
    await server.configure({ rules: "ADVISORY" }, { "workloads/host-network": "mandatory" });
    const violations = await server.analyzeStack(stackOf(yaml));
    const blocking = violations.filter(({ level }) => level === "mandatory");
    expect(blocking.map(({ rule }) => rule)).toEqual(["workloads/host-network"]);
    await server.configure({});
  });

  test("all that blocks can be lowered at once", async () => {
    await server.configure({ "blocking-rules": "ADVISORY" });
    expect((await check()).map(({ level }) => level)).toEqual(["advisory"]);
    await server.configure({});
  });

  test("a misspelt rule or level is shown, and changes nothing", async () => {
    const settings = { "routing/split-without-worklod": "advisory", HED4001: "off" };
    await server.configure({ rules: "ADVISORY" }, settings);
    const violations = await server.analyzeStack(stackOf(withChange(change)));
    const texts = violations.map(({ message }) => message).join("\n");
    expect(texts).toContain('did you mean "routing/split-without-workload"?');
    expect(texts).toContain('HED4001 is "off"; allowed: mandatory, advisory, disabled');
    expect(violations.map(({ level }) => level)).toContain("mandatory");
    await server.configure({});
  });
});

describe("values that are not known before the deploy", () => {
  test("an unknown weight is no pass and no fault, but an open question", async () => {
    const yaml = withChange(["weight: 90", `weight: ${unknownNumber}`]);
    const violations = await server.analyzeStack(stackOf(yaml));
    expect(new Set(violations.map((each) => each.policy))).toEqual(new Set(["undecided"]));
    expect(violations.map((each) => each.level)).toContain("advisory");
    const texts = violations.map((each) => each.message).join("\n");
    expect(texts).toContain("HED4002 info  VirtualService shop/cart: spec.http[0].route[0].weight");
    expect(texts).toContain("could not be decided: `spec.http[0].route[0].weight`");
    expect(violations[0]?.urn).toContain("VirtualService::cart");
  });

  test("an unknown list, object and label open the rules that need them", async () => {
    const stack = stackOf(rightMesh).map((resource): SentResource => {
      if (resource.type.endsWith(":Gateway")) {
        return { ...resource, props: { ...resource.props, spec: unknownText } };
      }
      return resource;
    });
    const violations = await server.analyzeStack(stack);
    expect(new Set(violations.map((each) => each.policy))).toEqual(new Set(["undecided"]));
    expect(violations.map((each) => each.message).join("\n")).toContain("HED4009");
  });

  test("a service whose name is unknown may be the missing one: no fault, a question", async () => {
    const stack = stackOf(withChange(["host: web } }]", "host: wbe } }]"])).map((resource) =>
      resource.type === "kubernetes:v1:Service" && resource.name === "web"
        ? { ...resource, props: { ...resource.props, metadata: { name: unknownText } } }
        : resource,
    );
    const violations = await server.analyzeStack(stack);
    expect(violations.map(({ policy }) => policy)).toEqual(violations.map(() => "undecided"));
    expect(violations.map((each) => each.message).join("\n")).toContain("HED4003 info");
  });

  test("the level of open questions can be raised", async () => {
    await server.configure({ undecided: "MANDATORY" });
    const yaml = withChange(["timeout: 3s", `timeout: ${unknownText}`]);
    const violations = await server.analyzeStack(stackOf(yaml));
    expect(new Set(violations.map((each) => each.level))).toEqual(new Set(["mandatory"]));
    await server.configure({});
  });

  test("the same resources with a value that became known are judged again", async () => {
    const before = await server.analyzeStack(
      stackOf(withChange(["weight: 90", `weight: ${unknownNumber}`])),
    );
    const after = await server.analyzeStack(stackOf(withChange(["weight: 90", "weight: 80"])));
    expect(before.map((each) => each.level)).not.toContain("mandatory");
    expect(after.map(({ rule }) => rule)).toEqual(["routing/split-weights"]);
  });
});

test("the author vouches for services that somebody else deploys", async () => {
  const deployed = ["kubernetes:v1:Service", "kubernetes:apps/v1:Deployment"];
  const stack = stackOf(rightMesh).filter(
    ({ type, name }) => !(deployed.includes(type) && name.startsWith("cart")),
  );
  expect(await server.analyzeStack(stack)).toEqual([]);
});

test("an object that cannot be read is shown, and the rest is still checked", async () => {
  const stack = stackOf(withChange(["weight: 90", "weight: 80"])).map((resource) =>
    resource.type.endsWith(":Gateway")
      ? { ...resource, props: { ...resource.props, spec: { servers: "all of them" } } }
      : resource,
  );
  const violations = await server.analyzeStack(stack);
  const texts = violations.map((each) => each.message).join("\n");
  expect(violations.map(({ rule }) => rule)).toContain("routing/split-weights");
  expect(texts).toContain("HED2010");
  expect(texts).toContain("Gateway shop/edge");
});

test("a secret of the stack is never in a message", async () => {
  const secret = {
    type: "kubernetes:core/v1:Secret",
    name: "key",
    props: { stringData: { key: "hunter2" } },
  };
  const violations = await server.analyzeStack([
    secret,
    ...stackOf(withChange(["weight: 90", "weight: 80"])),
  ]);
  expect(JSON.stringify(violations)).not.toContain("hunter2");
});

test("the pack listens within seconds: it loads no Kubernetes SDK", () => {
  expect(server.startedIn).toBeLessThan(20_000);
});

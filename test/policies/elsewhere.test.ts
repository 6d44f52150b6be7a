import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { HeddleError } from "../../diagnostics/index.ts";
import { createElsewhere } from "../../policies/adapter/elsewhere.ts";
import { judgeRule } from "../../policies/adapter/judge-rule.ts";
import { createStackGraph } from "../../policies/adapter/stack-graph.ts";
import { unknownGateway } from "../../rules/routing/unknown-gateway.ts";
import { withChange } from "../e2e/policy-gate/wrong-meshes.ts";
import { temporaryFiles } from "../source/temporary-files.ts";
import { startPolicyServer, type PolicyServer } from "./policy-server.ts";
import { stackOf } from "./stack-of.ts";

/** A Gateway that rules would say much of. */
const gateway = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: platform }
spec:
  selector: { istio: platform }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
`;
const stack = stackOf(withChange(["gateways: [edge]", "gateways: [edge, platform/edge]"]));

let server: PolicyServer;
beforeAll(async () => {
  server = await startPolicyServer(join(import.meta.dirname, "../../policies/baseline"));
});
afterAll(() => server.stop());

test("the configuration declares objects: they answer, and nothing is said of them", async () => {
  const unknown = { rule: "routing/unknown-gateway", level: "mandatory" };
  expect(await server.analyzeStack(stack)).toMatchObject([unknown]);
  await server.configure({ rules: "ADVISORY" }, { context: [parse(gateway)] });
  expect(await server.analyzeStack(stack)).toEqual([]);
  await server.configure({});
  expect(await server.analyzeStack(stack)).toMatchObject([unknown]);
});

test("what is declared wrongly is shown with its place, and none of it is taken", async () => {
  const context = [parse(gateway), { kind: "Gateway", metadata: {} }];
  await server.configure({ rules: "ADVISORY" }, { context });
  const violations = await server.analyzeStack(stack);
  const texts = violations.map(({ message }) => message);
  expect(texts.filter((text) => text.includes("HED1016 warning"))).toEqual([
    expect.stringContaining("\n  context.1.apiVersion: "),
    expect.stringContaining("\n  context.1.metadata.name: "),
  ]);
  expect(violations.map(({ rule }) => rule)).toContain("routing/unknown-gateway");
  await server.configure({});
});

test("a pack names files; an object that the stack has too counts as the stack has it", () => {
  const platform = temporaryFiles({ "platform/gateways.yaml": gateway });
  const judge = (paths: readonly string[], resources: typeof stack) => {
    const stackGraph = createStackGraph(createElsewhere(paths));
    const sent = resources.map((each) => ({ ...each, urn: each.name }));
    return judgeRule(stackGraph(sent), unknownGateway).map(({ message }) => message);
  };
  expect(judge([], stack)).toHaveLength(1);
  expect(judge([platform], stack)).toEqual([]);
  const own = {
    apiVersion: "networking.istio.io/v1beta1",
    kind: "VirtualService",
    metadata: { name: "edge", namespace: "platform" },
  };
  const spec = { hosts: ["a.example"], gateways: ["none"], http: [] };
  const twice = temporaryFiles({
    "a.yaml": JSON.stringify({ ...own, spec: { ...spec, gateways: ["neither"] } }),
  });
  expect(judge([twice], stackOf(JSON.stringify({ ...own, spec })))).toEqual([
    expect.stringContaining("none"),
  ]);
});

test("a pack whose files cannot be read does not start", () => {
  const folder = temporaryFiles({
    "a.yaml": "kind: [",
    "mesh.yaml": "apiVersion: heddle/v1\nname: shop\n",
  });
  const paths = [folder, join(folder, "none.yaml")];
  expect(() => createElsewhere(paths)).toThrow(HeddleError);
  expect(() => createElsewhere(paths)).toThrow(/HED1001[^]*HED1003[^]*HED2010/);
});

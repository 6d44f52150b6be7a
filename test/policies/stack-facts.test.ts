import { expect, test } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import { liftGraph } from "../../graph/lift-graph.ts";
import { readStack } from "../../policies/adapter/read-stack.ts";
import { deleteBeforeReplace } from "../../rules/pulumi/delete-before-replace.ts";
import { runRule } from "../../rules/run-rule.ts";

const urn = "urn:pulumi:prod::shop::kubernetes:networking.istio.io/v1:Gateway::edge";
const provider = { urn: "urn:pulumi:prod::shop::pulumi:providers:kubernetes::prod" };
const namespace = { urn: "urn:pulumi:prod::shop::kubernetes:core/v1:Namespace::shop" };

test("what Pulumi says of a resource at a preview reaches the rules", () => {
  const { manifests } = readStack([
    {
      type: "kubernetes:networking.istio.io/v1:Gateway",
      urn,
      props: { metadata: { name: "edge", namespace: "shop" }, spec: { servers: [] } },
      opts: { protect: true, deleteBeforeReplace: true },
      provider,
      dependencies: [namespace],
    },
  ]);
  const graph = liftGraph(manifests, createReport());
  expect(graph.objects[0]?.stack).toEqual({
    from: "preview",
    urn,
    protect: true,
    deleteBeforeReplace: true,
    provider: provider.urn,
    dependencies: [namespace.urn],
  });
  expect(runRule(graph, deleteBeforeReplace)).toMatchObject([{ outcome: "fail", origin: { urn } }]);
});

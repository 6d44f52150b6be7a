import fc from "fast-check";
import { expect, test } from "vitest";
import { createReport } from "../../../diagnostics/index.ts";
import { joinGraphs } from "../../../graph/join-graphs.ts";
import { liftGraph } from "../../../graph/lift-graph.ts";
import type { MeshDefinition } from "../../../model/index.ts";
import { runRule } from "../../../rules/run-rule.ts";
import { sidecarRules } from "../../../rules/sidecar/index.ts";
import { compileIstio, injectionLabels } from "../../../targets/istio/index.ts";
import { compileKubernetes } from "../../../targets/kubernetes/index.ts";
import { graphOf } from "../../graph/graph-of.ts";
import { arbitraryMesh } from "../../model/arbitrary-mesh.ts";

/** What the rules of Sidecars say of a mesh and of what it compiles to, together. */
function findings(definition: MeshDefinition): readonly string[] {
  const { mesh, graph } = graphOf(definition);
  const report = createReport();
  const manifests = [
    ...compileKubernetes(mesh, report, { namespaceLabels: injectionLabels }),
    ...compileIstio(mesh, graph, report),
  ];
  const lifted = liftGraph(
    manifests.map((manifest) => ({ manifest, origin: {} })),
    report,
  );
  const all = joinGraphs(lifted, graph);
  return (
    sidecarRules
      // A service without an image has its workloads elsewhere, which this rule rightly asks for.
      .filter(({ id }) => id !== "sidecar/selector-without-workload")
      .flatMap((rule) => runRule(all, rule).map(({ outcome, message }) => `${outcome} ${message}`))
  );
}

test("whatever is declared is heard of", () => {
  fc.assert(
    fc.property(arbitraryMesh, (definition) => {
      expect(findings(definition)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("a way out, hosts outside and copies are heard of as well", () => {
  const image = "shop:1";
  const definition: MeshDefinition = {
    name: "shop",
    trust: { domain: "shop.example" },
    discovery: { scope: "declared-calls" },
    services: {
      web: { image, calls: { cart: {}, bank: {}, maps: {} } },
      cart: { image, namespace: "carts" },
      audit: { image, namespace: "audits" },
      bank: { external: { hosts: ["bank.example", "b.example"], tls: {}, through: "out" } },
      maps: { namespace: "carts", external: { hosts: ["*.maps.example"] } },
    },
    routes: { cart: { mirror: { service: "audit" } } },
    gateways: { out: { namespace: "doors", kind: "egress" } },
  };
  expect(findings(definition)).toEqual([]);
  const { mesh, graph } = graphOf(definition);
  const web = compileIstio(mesh, graph, createReport()).find(
    ({ kind, metadata }) => kind === "Sidecar" && metadata.name === "web",
  );
  expect(web?.spec).toMatchObject({
    egress: [
      {
        hosts: [
          "audits/audit.audits.svc.cluster.local",
          "carts/*.maps.example",
          "carts/cart.carts.svc.cluster.local",
          "doors/out.doors.svc.cluster.local",
          "istio-system/*",
          "shop/b.example",
          "shop/bank.example",
        ],
      },
    ],
  });
});

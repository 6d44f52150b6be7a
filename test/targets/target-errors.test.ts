import { expect, test } from "vitest";
import { createReport, printPath } from "../../diagnostics/index.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { compileIstio } from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { graphOf } from "../graph/graph-of.ts";

const trust = { domain: "shop.example" };
const image = "docker.io/heddle/sample:dev";
const long = "a".repeat(60);

test.each<[string, MeshDefinition, string]>([
  [
    "a retry on a status code without a name",
    {
      name: "shop",
      trust,
      services: { web: {} },
      routes: { web: { retries: { attempts: 1, on: ["599"] } } },
    },
    "HED3001 routes.web",
  ],
  [
    "a workload with a long name",
    { name: "shop", trust, services: { [long]: { image, versions: ["version"] } } },
    `HED3002 services.${long}.versions.version`,
  ],
  [
    "two gateway routes of one name",
    {
      name: "shop",
      trust,
      services: { c: {}, "b-c": {} },
      gateways: {
        a: { hosts: { "one.example": { service: "b-c" } } },
        "a-b": { hosts: { "two.example": { service: "c" } } },
      },
    },
    "HED3002 (root)",
  ],
])("%s is an error, not dropped", (_, definition, expected) => {
  const { mesh, graph } = graphOf(definition);
  const report = createReport();
  compileIstio(mesh, graph, report);
  compileKubernetes(mesh, report);
  expect(report.diagnostics().map(({ code, path }) => `${code} ${printPath(path)}`)).toEqual([
    expected,
  ]);
});

import { expect, test } from "vitest";
import { createReport } from "../../../diagnostics/index.ts";
import { serviceByHost, workloadsOf } from "../../../graph/index.ts";
import { liftGraph } from "../../../graph/lift-graph.ts";
import { compileIstio } from "../../../targets/istio/index.ts";
import { compileKubernetes } from "../../../targets/kubernetes/index.ts";
import { graphOf } from "../graph-of.ts";

test("machines are workloads of the Service that selects them", () => {
  const { mesh, graph } = graphOf({
    name: "shop",
    trust: { domain: "shop.example" },
    services: {
      stock: {
        versions: ["old", "new"],
        machines: { m: { address: "192.0.2.1", version: "old" } },
        machineGroup: {},
      },
      printer: { inMesh: false, machines: { hall: { address: "192.0.2.3" } } },
    },
  });
  const report = createReport();
  const manifests = [...compileKubernetes(mesh, report), ...compileIstio(mesh, graph, report)];
  const lifted = liftGraph(
    manifests.map((manifest) => ({ manifest, origin: {} })),
    report,
  );
  expect(report.diagnostics()).toEqual([]);
  const seen = ["stock", "printer"].flatMap((name) => {
    const service = serviceByHost(lifted, `${name}.shop.svc.cluster.local`);
    const found = service === undefined ? [] : workloadsOf(lifted, service);
    return found.map((each) => [each.name, each.labels["version"], each.replicas, each.inMesh]);
  });
  expect(seen.sort()).toEqual([
    ["printer-hall", "default", 1, false],
    ["stock-m", "old", 1, true],
    ["stock-new", "new", undefined, true],
    ["stock-old", "old", undefined, true],
  ]);
});

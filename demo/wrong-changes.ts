import { join } from "node:path";
import type { DemoPaths } from "./demo-paths.ts";
import type { DemoWorkspace } from "./demo-workspace.ts";
import { pulumiPreview, pulumiUp } from "./run-pulumi.ts";
import type { Outcome } from "./scenarios/index.ts";
import { writeFile } from "node:fs/promises";

/** A hand-written route, as teams have them beside the mesh, to a version that nobody deployed. */
const handWritten = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: catalog-canary, namespace: shop }
spec:
  hosts: [catalog.shop.svc.cluster.local]
  http:
    - name: canary
      route:
        - { destination: { host: catalog.shop.svc.cluster.local, subset: v3 }, weight: 10 }
        - { destination: { host: catalog.shop.svc.cluster.local }, weight: 90 }
`;

/** A change that the model itself cannot hold: stopped by the program, with the place in the author's file. */
export async function refuseWrongModel(
  workspace: DemoWorkspace,
): Promise<Outcome & { readonly output: string }> {
  await workspace.setSplit("cart", { v1: 90, v2: 0, v3: 10 });
  const run = await pulumiPreview(workspace.stack);
  await workspace.resetEnvironment();
  const place = /HED2002 error\s+\S*?([^\s/]+:\d+:\d+)/.exec(run.output)?.[1];
  return {
    what: "split of cart to v3 in the model",
    intended: "refused, with the place",
    measured: place === undefined ? "not refused by HED2002" : `refused by HED2002 at ${place}`,
    pass: !run.ok && place !== undefined,
    output: run.output,
  };
}

/** A change around the model: stopped by the policy gate before anything is deployed. */
export async function refuseWrongManifest(
  workspace: DemoWorkspace,
  paths: DemoPaths,
): Promise<Outcome & { readonly output: string }> {
  const file = join(paths.workspace, "hand-written.yaml");
  await writeFile(file, handWritten);
  await workspace.stack.setConfig("heddle:manifests", { value: file });
  const run = await pulumiUp(workspace.stack);
  await workspace.stack.removeConfig("heddle:manifests");
  const said = run.violations.find((message) => message.includes("HED4001"));
  return {
    what: "hand-written split of catalog to v3",
    intended: "blocked by the policy gate",
    measured: said === undefined ? "not blocked by HED4001" : "blocked by HED4001",
    pass: !run.ok && said !== undefined,
    output: said ?? run.output,
  };
}

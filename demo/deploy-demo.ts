import { join } from "node:path";
import { sampleImageReference } from "../bench/images/index.ts";
import { createReport, HeddleError } from "../diagnostics/index.ts";
import { buildGraph } from "../graph/index.ts";
import { loadMesh } from "../source/load-mesh.ts";
import type { DemoPaths } from "./demo-paths.ts";
import type { DemoWorkspace } from "./demo-workspace.ts";
import { pulumiUp, type PulumiRun } from "./run-pulumi.ts";
import type { Deployment } from "./scenarios/index.ts";
import { startStranger } from "./stranger-pod.ts";

const meshFile = join(import.meta.dirname, "..", "mesh.yaml");

/** Deploys the shop with the policy gate on; throws with Pulumi's own words when it fails. */
export async function deployDemo(
  workspace: DemoWorkspace,
  onStep?: (text: string) => void,
): Promise<PulumiRun> {
  const run = await pulumiUp(workspace.stack, onStep);
  if (!run.ok) throw new Error(`pulumi up failed\n${run.output}`);
  return run;
}

/** Everything that the scenarios need to know of the deployed shop. */
export async function describeDeployment(
  workspace: DemoWorkspace,
  paths: DemoPaths,
  kubeconfig: string,
): Promise<Deployment> {
  const report = createReport();
  const loaded = loadMesh({ file: meshFile, environment: paths.environmentFile }, report);
  if (loaded === undefined) throw new HeddleError(report.diagnostics());
  const outputs = await workspace.stack.outputs();
  return {
    mesh: loaded.mesh,
    graph: buildGraph(loaded.mesh, report),
    cluster: { kubeconfig },
    stranger: await startStranger(kubeconfig, sampleImageReference),
    rootCertificate: String(outputs["rootCertificate"]?.value),
  };
}

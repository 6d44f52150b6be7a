import type { ListrTask } from "listr2";
import { ensureTools, istioAssets, progressLine, toolsFor } from "../tools/index.ts";
import { changeUnderLoad } from "./change-under-load.ts";
import { startCluster, type DemoCluster } from "./demo-cluster.ts";
import { demoPaths } from "./demo-paths.ts";
import { openDemoWorkspace, type DemoWorkspace } from "./demo-workspace.ts";
import { deployDemo, describeDeployment } from "./deploy-demo.ts";
import { scenarios, type Deployment, type Outcome } from "./scenarios/index.ts";
import { refuseWrongManifest, refuseWrongModel } from "./wrong-changes.ts";

/** What the steps of the demo hand on to each other. */
export interface DemoRun {
  readonly outcomes: Outcome[];
  /** What Pulumi and the gate said, for the text at the end. */
  readonly said: string[];
  cluster?: DemoCluster;
  workspace?: DemoWorkspace;
  deployment?: Deployment;
}

type Step = ListrTask<DemoRun>;

/** The change of the demo: from the canary's 90/10 to half and half. */
const evenSplit = { v1: 50, v2: 50 };

/** All steps, in order; each hands its part to the next through the run. */
export const demoSteps: readonly Step[] = [
  {
    title: "tools: find or build what the bench and Pulumi need",
    task: async (_, task) => {
      await ensureTools((["bench", "pulumi", "istio"] as const).flatMap(toolsFor), {
        onProgress: (progress) => {
          task.output = progressLine(progress);
        },
      });
      await istioAssets();
    },
  },
  {
    title: "cluster: a real one, on this machine",
    task: async (run, task) => {
      run.cluster = await startCluster((line) => {
        task.output = line;
      });
    },
  },
  {
    title: "pulumi up: control plane, trust, the shop, its gateway",
    task: async (run, task) => {
      const { kubeconfig, id } = need(run.cluster);
      const paths = demoPaths(id);
      run.workspace = await openDemoWorkspace(paths, kubeconfig);
      const { changes } = await deployDemo(run.workspace, (line) => {
        task.output = line;
      });
      task.title += ` (${printChanges(changes)})`;
      run.deployment = await describeDeployment(run.workspace, paths, kubeconfig);
    },
  },
  {
    title: "traffic: what the proxies do with real requests",
    task: (run, task) =>
      task.newListr<DemoRun>(
        scenarios.map((scenario) => ({
          title: scenario.title,
          task: async () => {
            run.outcomes.push(await scenario.run(need(run.deployment)));
          },
        })),
        { concurrent: false },
      ),
  },
  {
    title: "two wrong changes: split to a version that does not exist",
    task: async (run) => {
      const workspace = need(run.workspace);
      for (const refusal of [
        await refuseWrongModel(workspace),
        await refuseWrongManifest(workspace, demoPaths(need(run.cluster).id)),
      ]) {
        const { output, ...outcome } = refusal;
        run.outcomes.push(outcome);
        run.said.push(output);
      }
    },
  },
  {
    title: "one right change, under load: cart from 90/10 to 50/50",
    task: async (run) => {
      const workspace = need(run.workspace);
      const apply = async (): Promise<void> => {
        await workspace.setSplit("cart", evenSplit);
        await deployDemo(workspace);
      };
      run.outcomes.push(...(await changeUnderLoad(need(run.deployment), evenSplit, apply)));
    },
  },
];

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("an earlier step of the demo left nothing behind");
  return value;
}

function printChanges(changes: Readonly<Record<string, number>>): string {
  return Object.entries(changes)
    .map(([operation, count]) => `${String(count)} ${operation}`)
    .join(", ");
}

import { z } from "zod";
import type { Report } from "../diagnostics/index.ts";
import { connectToCluster, type ClusterConnection } from "./cluster/cluster-connection.ts";
import { listObjects, type ClusterObject } from "./cluster/list-objects.ts";

/** What a cluster holds now. */
export interface ClusterState {
  /** The context of the kubeconfig that it was found by. */
  readonly context: string;
  readonly objects: readonly ClusterObject[];
}

/**
 * Reads everything from a running cluster that rules look at; nothing is changed there. What cannot be read in full is
 * an error (HED1067), as what is missing would look like what does not exist.
 */
export async function readCluster(
  context: string | undefined,
  report: Report,
): Promise<ClusterState | undefined> {
  try {
    const cluster = connectToCluster(context);
    const { objects, refused } = await listObjects(cluster);
    const [first] = refused;
    if (first !== undefined) {
      const paths = refused.map(({ path }) => path).join(", ");
      report.add({
        code: "HED1067",
        severity: "error",
        path: [],
        message: `the cluster of context ${cluster.context} does not show ${paths}: ${first.reason}`,
        fix: "use an account that may list them; docs/check.md has a ClusterRole for it",
      });
    }
    const version = await serverVersion(cluster);
    return { context: cluster.context, objects: [...objects, version] };
  } catch (error) {
    report.add({
      code: "HED1067",
      severity: "error",
      path: [],
      message: `the cluster cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      fix: "set KUBECONFIG, or name a context with --kube-context; kubectl cluster-info has to work",
    });
    return undefined;
  }
}

const version = z.looseObject({ gitVersion: z.string() });

/** The server's version is no object of the cluster; it becomes one here, so that rules find it like all else. */
async function serverVersion(cluster: ClusterConnection): Promise<ClusterObject> {
  const { body } = await cluster.ask("/version");
  const { gitVersion } = version.parse(body);
  return {
    apiVersion: "version.kubernetes.io/v1",
    kind: "ServerVersion",
    metadata: { name: cluster.context },
    gitVersion,
  };
}

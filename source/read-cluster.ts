import { z } from "zod";
import type { Report } from "../diagnostics/index.ts";
import { connectToCluster, type ClusterConnection } from "./cluster/cluster-connection.ts";
import { listObjects, type ClusterObject } from "./cluster/list-objects.ts";

/** Which cluster is read, and how much of it. */
export interface ClusterChoice {
  /** A context of the kubeconfig; default the current one. */
  readonly context?: string;
  /** Only these namespaces, with rights in them alone. Undefined: all. */
  readonly namespaces?: readonly string[];
}

/** What a cluster holds now. */
export interface ClusterState {
  /** The context of the kubeconfig that it was found by. */
  readonly context: string;
  readonly objects: readonly ClusterObject[];
  /** The namespaces that were read, where not all were: what else there is, nobody knows. */
  readonly namespaces?: ReadonlySet<string>;
}

/**
 * Reads everything from a running cluster that rules look at; nothing is changed there. What cannot be read in full is
 * an error (HED1067), as what is missing would look like what does not exist. Of single namespaces, what belongs to the
 * cluster as a whole is read where the account may, and is open otherwise.
 */
export async function readCluster(
  { context, namespaces }: ClusterChoice,
  report: Report,
): Promise<ClusterState | undefined> {
  try {
    const cluster = connectToCluster(context);
    const { objects, refused } = await listObjects(cluster, namespaces);
    const [first] = refused;
    if (first !== undefined) {
      const shown = refused.slice(0, 3).map(({ path }) => path);
      const more = refused.length - shown.length;
      const paths = [...shown, ...(more > 0 ? [`${String(more)} more`] : [])].join(", ");
      report.add({
        code: "HED1067",
        severity: "error",
        path: [],
        message: `the cluster of context ${cluster.context} does not show ${paths}: ${first.reason}`,
        fix:
          namespaces === undefined
            ? "use an account that may list them (docs/check.md has a ClusterRole for it), or name the namespaces that it may read: --namespace shop"
            : "use an account that may list them in this namespace; docs/check.md has a Role for it",
      });
    }
    const version = await serverVersion(cluster);
    return {
      context: cluster.context,
      objects: [...objects, version],
      ...(namespaces === undefined ? {} : { namespaces: new Set(namespaces) }),
    };
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

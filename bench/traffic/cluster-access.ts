import { KubeConfig } from "@kubernetes/client-node";
import { existsSync } from "node:fs";
import { delimiter } from "node:path";
import { benchPaths } from "../cluster/bench-paths.ts";
import { clusterFromEnvironment } from "../cluster/cluster-from-environment.ts";
import { trafficError } from "./traffic-error.ts";

/** How to reach a cluster. */
export interface ClusterAccess {
  /** Path of a kubeconfig file, or several as in `KUBECONFIG`. */
  readonly kubeconfig: string;
}

/**
 * The cluster that traffic tests run on: the one of `KUBECONFIG`, else the local bench that `HEDDLE_BENCH` names
 * (default `dev`).
 *
 * @throws HeddleError HED5004 when there is neither
 */
export function findCluster(environment = process.env): ClusterAccess {
  const choice = clusterFromEnvironment(environment);
  if (choice.kind === "external") return { kubeconfig: choice.kubeconfig };
  const name = environment["HEDDLE_BENCH"] ?? "dev";
  const { kubeconfig } = benchPaths(name);
  if (existsSync(kubeconfig)) return { kubeconfig };
  throw trafficError({
    message: `no cluster to send traffic in: KUBECONFIG is not set and bench ${JSON.stringify(name)} does not run`,
    fix: `start the bench (heddle bench up --name ${name}) or set KUBECONFIG`,
  });
}

/** Reads the kubeconfig. Throws HED5004 when it cannot be read. */
export function loadKubeConfig({ kubeconfig }: ClusterAccess): KubeConfig {
  const [first, ...others] = kubeconfig.split(delimiter).filter((path) => existsSync(path));
  if (first === undefined) {
    throw trafficError({
      message: `kubeconfig ${JSON.stringify(kubeconfig)} does not exist`,
      fix: "give the path of an existing file, in KUBECONFIG or as the option kubeconfig",
    });
  }
  try {
    const config = readFile(first);
    for (const other of others) config.mergeConfig(readFile(other), true);
    return config;
  } catch (error) {
    throw trafficError({
      message: `kubeconfig ${kubeconfig} cannot be read: ${String(error)}`,
      fix: "check it with: kubectl config view",
    });
  }
}

function readFile(path: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromFile(path);
  return config;
}

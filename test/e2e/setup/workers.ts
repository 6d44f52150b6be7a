import { clusterFromEnvironment } from "../../../bench/cluster/cluster-from-environment.ts";

/**
 * How many end-to-end files run beside each other, each on a bench of its own. Most of their time is waiting: for pods,
 * proxies and Pulumi. There is one cluster only where it is the user's own.
 */
export const workers = clusterFromEnvironment().kind === "bench" ? 2 : 1;

import type { ComponentName } from "./component.ts";

/** A local cluster: one node, one network namespace, on this machine. */
export interface Bench {
  /** Name given by the user, for example `dev`. */
  readonly name: string;
  /** Changes whenever the cluster starts empty; compare it to know whether earlier state still applies. */
  readonly id: string;
  /** Kubeconfig for programs on the host (mode 0600, the API server over loopback). */
  readonly kubeconfig: string;
  /** Kubeconfig for programs that run inside the network namespace (mode 0600). */
  readonly insideKubeconfig: string;
  /** Everything the bench keeps on disk, except sockets. */
  readonly dataDirectory: string;
  /** Path of the network namespace; enter it with `nsenter --net=<path>`. */
  readonly netns: string;
  /** Root of the control groups of the bench, below every hierarchy of the machine. */
  readonly controlGroup: string;
  /** Socket of the bench's own containerd. */
  readonly containerdSocket: string;
  /** Loopback port of the API server on the host. */
  readonly apiServerPort: number;
  /** Name of the one node. */
  readonly node: string;
}

/** One long-running program of the bench, as it is now. */
export interface ComponentStatus {
  readonly name: ComponentName;
  /** Absent when the program does not run. */
  readonly pid?: number;
  /** Resident memory in bytes; 0 when it does not run. */
  readonly residentBytes: number;
  /** Runs and answers its own health check. */
  readonly ready: boolean;
}

/** A bench as it is now. */
export interface BenchStatus {
  readonly name: string;
  /** Every component is ready and so is the node. */
  readonly ready: boolean;
  readonly nodeReady: boolean;
  readonly components: readonly ComponentStatus[];
  /** Pods of all namespaces: name as `namespace/name`, and whether the pod is ready. */
  readonly pods: readonly PodStatus[];
  /** Proportional memory of every process of the bench, pods included, in bytes. */
  readonly memoryBytes: number;
  /** Absent when nothing was ever started under this name. */
  readonly bench?: Bench;
}

/** A pod, reduced to what the status shows. */
export interface PodStatus {
  readonly name: string;
  readonly ready: boolean;
}

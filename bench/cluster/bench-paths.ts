import { homedir } from "node:os";
import { join } from "node:path";
import { benchError } from "./bench-error.ts";

/** Where a bench keeps what it keeps. */
export interface BenchPaths {
  readonly name: string;
  /** Files that outlive a reboot: state, certificates, etcd, containerd's root, kubelet's root, logs. */
  readonly data: string;
  /** Sockets and containerd's state; kept short because a unix socket path holds 107 bytes. */
  readonly run: string;
  readonly netns: string;
  readonly state: string;
  readonly logs: string;
  readonly certificates: string;
  readonly kubeconfig: string;
  readonly insideKubeconfig: string;
  readonly containerdSocket: string;
  /** Path of the control group below the root of each hierarchy, with a leading slash. */
  readonly controlGroup: string;
}

/** Folder that holds one folder a bench: `${XDG_STATE_HOME:-~/.local/state}/heddle/bench`. */
export function benchesDirectory(): string {
  const state = process.env["XDG_STATE_HOME"];
  return join(state ? state : join(homedir(), ".local", "state"), "heddle", "bench");
}

/** Name of the network namespace, the node and the control group of a bench. */
export function qualifiedName(name: string): string {
  return `heddle-${name}`;
}

/** Whether a text may name a bench: lower-case letters, digits and dashes, at most 24, starting with a letter. */
export function isBenchName(name: string): boolean {
  return /^[a-z]([a-z0-9-]{0,22}[a-z0-9])?$/.test(name);
}

/**
 * Every path of a bench.
 *
 * @throws HeddleError HED1009 when the name is not allowed
 */
export function benchPaths(name: string): BenchPaths {
  if (!isBenchName(name)) {
    throw benchError({
      code: "HED1009",
      message: `bench name is ${JSON.stringify(name)}; allowed are 1 to 24 lower-case letters, digits and dashes, starting with a letter`,
      fix: "choose a name such as dev: heddle bench up --name dev",
    });
  }
  const data = join(benchesDirectory(), name);
  const run = join("/run/heddle", name);
  return {
    name,
    data,
    run,
    netns: join("/run/netns", qualifiedName(name)),
    state: join(data, "state.json"),
    logs: join(data, "logs"),
    certificates: join(data, "pki"),
    kubeconfig: join(data, "kubeconfig"),
    insideKubeconfig: join(data, "kubeconfig.inside"),
    containerdSocket: join(run, "containerd.sock"),
    controlGroup: `/${qualifiedName(name)}`,
  };
}

import { readdirSync, readFileSync } from "node:fs";
import { benchError } from "./bench-error.ts";
import type { BenchPaths } from "./bench-paths.ts";
import type { BenchState } from "./bench-state.ts";
import type { Component } from "./component.ts";
import { hostDirectories } from "./host-directories.ts";
import { launch, type LaunchContext } from "./launch.ts";
import { isRunning } from "./process-identity.ts";
import { waitUntil } from "./wait-until.ts";

/**
 * The process that holds the mount namespace of a bench open. Everything that containerd and kubelet mount is in
 * there, so it is gone from the machine with the last process of the bench.
 */
export function anchorComponent(paths: BenchPaths): Component {
  const binds = [...hostDirectories(paths)].map(
    ([target, source]) => `mount --bind ${quote(source)} ${quote(target)}`,
  );
  const script = [
    "set -e",
    // Pods that ask for mount propagation need a shared tree; it is shared inside the bench only.
    "mount --make-rshared /",
    ...otherNetworkNamespaces(paths).map((path) => `umount --lazy ${quote(path)} || true`),
    ...binds,
    "exec sleep infinity",
  ].join("\n");
  return {
    name: "anchor",
    command: "unshare",
    args: ["--mount", "sh", "-c", script],
    mounts: "host",
  };
}

/**
 * Makes sure that the mount namespace is held, and returns a process in it.
 *
 * @throws HeddleError HED5003 when the mounts cannot be made
 */
export async function ensureAnchor(context: LaunchContext): Promise<number> {
  const { paths, state } = context;
  const anchor = state.processes["anchor"];
  if (isRunning(anchor)) return anchor.pid;
  const survivor = mountNamespaceMember(state);
  const holder: Component = {
    name: "anchor",
    command: "sleep",
    args: ["infinity"],
    mounts: "bench",
  };
  // A killed anchor loses nothing while another process is still in its namespace.
  const child = survivor
    ? launch(holder, { ...context, mountNamespacePid: survivor })
    : launch(anchorComponent(paths), context);
  const pid = child.pid ?? 0;
  const held = await waitUntil(() => commandOf(pid) === "sleep", { timeout: 10_000, interval: 20 });
  if (!held) {
    throw benchError({
      code: "HED5003",
      message: "the mount namespace of the bench could not be made",
      fix: `read ${paths.logs}/anchor.log; the bench needs root and the right to mount`,
    });
  }
  return pid;
}

/** A process that is in the mount namespace of the bench; undefined when the namespace is gone. */
export function mountNamespaceMember(state: BenchState): number | undefined {
  const names = ["anchor", "kubelet", "containerd", "kube-proxy"];
  const members = names.map((name) => state.processes[name]);
  return members.find((record) => isRunning(record))?.pid;
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${String(pid)}/comm`, "utf8").trim();
}

/** A new mount namespace copies the names of all network namespaces and would keep them alive. */
function otherNetworkNamespaces(paths: BenchPaths): readonly string[] {
  return readdirSync("/run/netns")
    .map((entry) => `/run/netns/${entry}`)
    .filter((path) => path.includes("/heddle-") && path !== paths.netns);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

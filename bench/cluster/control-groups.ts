import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { signalPid } from "./process-identity.ts";
import { waitUntil } from "./wait-until.ts";

/** Controllers that kubelet wants to see; what the machine lacks is left out. */
const controllers = ["cpuset", "cpu", "memory", "pids", "hugetlb", "io"];

/** Mount points of every control group hierarchy of this machine, of version 1 and of version 2. */
export function controlGroupMounts(): readonly { path: string; unified: boolean }[] {
  const lines = readFileSync("/proc/self/mounts", "utf8").split("\n");
  return lines.flatMap((line) => {
    const [, path, type] = line.split(" ");
    return path !== undefined && (type === "cgroup" || type === "cgroup2")
      ? [{ path, unified: type === "cgroup2" }]
      : [];
  });
}

/** Creates `group` (such as `/heddle-dev`) in every hierarchy, with the controllers that pods need. */
export async function createControlGroups(group: string): Promise<void> {
  for (const { path, unified } of controlGroupMounts()) {
    const directory = join(path, group);
    if (unified) await delegateControllers(path);
    await mkdir(directory, { recursive: true });
    if (unified) await delegateControllers(directory);
    else await inheritCpuSet(path, directory);
    await mkdir(join(directory, "components"), { recursive: true });
  }
}

/** File through which a component of the bench joins its group: write a pid into it. */
export function componentsProcs(group: string): string {
  const mounts = controlGroupMounts();
  // One hierarchy is enough to find every process again; "pids" limits nothing by itself.
  const chosen = mounts.find(({ path }) => /\/(pids|systemd)$/.test(path)) ?? mounts[0];
  if (chosen === undefined)
    throw new Error("no control group hierarchy is mounted on this machine");
  return join(chosen.path, group, "components", "cgroup.procs");
}

/**
 * Files through which a process joins `group` in every hierarchy. With version 2 a group with groups below it holds no
 * processes of its own.
 */
export function groupProcs(group: string): readonly string[] {
  return controlGroupMounts().map(({ path, unified }) =>
    join(path, group, unified ? "components" : ".", "cgroup.procs"),
  );
}

/** Every process in `group` and below it, in any hierarchy. */
export function controlGroupPids(group: string): readonly number[] {
  const pids = new Set<number>();
  for (const directory of groupDirectories(group)) {
    for (const line of readProcs(directory)) pids.add(line);
  }
  return [...pids];
}

/** Kills every process in `group` and waits until none is left. True when none is. */
export function killControlGroups(group: string): Promise<boolean> {
  return waitUntil(
    async () => {
      await thaw(group);
      const pids = controlGroupPids(group);
      for (const pid of pids) signalPid(pid, "SIGKILL");
      return pids.length === 0;
    },
    { timeout: 30_000, interval: 50 },
  );
}

/** Removes `group` and everything below it from every hierarchy. True when nothing is left. */
export async function removeControlGroups(group: string): Promise<boolean> {
  return waitUntil(
    async () => {
      for (const directory of groupDirectories(group)) {
        await rmdir(directory).catch(() => undefined);
      }
      return groupDirectories(group).length === 0;
    },
    { timeout: 15_000, interval: 50 },
  );
}

/** The directories of `group` in all hierarchies, deepest first. */
export function groupDirectories(group: string): readonly string[] {
  return controlGroupMounts().flatMap(({ path }) => {
    const root = join(path, group);
    if (!existsSync(root)) return [];
    return [...listDirectories(root), root];
  });
}

function listDirectories(directory: string): readonly string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => {
        const child = join(directory, entry.name);
        return [...listDirectories(child), child];
      });
  } catch {
    return []; // removed while we looked
  }
}

function readProcs(directory: string): readonly number[] {
  try {
    const text = readFileSync(join(directory, "cgroup.procs"), "utf8");
    return text.split("\n").filter(Boolean).map(Number);
  } catch {
    return []; // a threaded or removed group
  }
}

async function delegateControllers(directory: string): Promise<void> {
  for (const controller of controllers) {
    // One at a time: a controller that the machine lacks must not take the others with it.
    await writeFile(join(directory, "cgroup.subtree_control"), `+${controller}`).catch(
      () => undefined,
    );
  }
}

/** A new version 1 cpuset group is empty and takes no process until it has processors and memory. */
async function inheritCpuSet(parent: string, directory: string): Promise<void> {
  for (const file of ["cpuset.cpus", "cpuset.mems"]) {
    if (existsSync(join(directory, file))) {
      await writeFile(join(directory, file), readFileSync(join(parent, file), "utf8"));
    }
  }
}

/** A frozen process does not die of a signal. */
async function thaw(group: string): Promise<void> {
  for (const directory of groupDirectories(group)) {
    if (existsSync(join(directory, "freezer.state"))) {
      await writeFile(join(directory, "freezer.state"), "THAWED").catch(() => undefined);
    } else if (existsSync(join(directory, "cgroup.freeze"))) {
      await writeFile(join(directory, "cgroup.freeze"), "0").catch(() => undefined);
    }
  }
}

import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { execa } from "execa";
import { benchError } from "./bench-error.ts";
import type { BenchPaths } from "./bench-paths.ts";
import { addresses } from "./cluster-addresses.ts";
import { systemEnvironment } from "./system-environment.ts";

/** Loopback and the node's address, on a veth pair of which both ends stay inside. */
const setup = [
  "link set lo up",
  "link add node0 type veth peer name node1",
  `addr add ${addresses.node}/${String(addresses.nodePrefix)} dev node0`,
  "link set node0 up",
  "link set node1 up",
  // Service addresses need some route before kube-proxy translates them; there is nothing behind this one.
  "route add default dev node0",
].join("\n");

/**
 * Makes the network namespace of a bench, or completes one that was half made.
 *
 * @param livingPid a process that is still inside, from which a lost name is recovered
 * @throws HeddleError HED5003 when the node's address cannot be set up
 */
export async function ensureNetworkNamespace(paths: BenchPaths, livingPid?: number): Promise<void> {
  if (!(await isNetworkNamespace(paths.netns))) {
    await removeNetworkNamespace(paths);
    await mkdir(dirname(paths.netns), { recursive: true });
    await writeFile(paths.netns, "");
    // Not `ip netns add`: it leaves a mount of its folder behind.
    await (livingPid === undefined
      ? execa("unshare", [`--net=${paths.netns}`, "true"])
      : execa("mount", ["--bind", `/proc/${String(livingPid)}/ns/net`, paths.netns]));
  }
  if (!(await hasNodeAddress(paths))) {
    await inNetwork(paths, ["ip", "-force", "-batch", "-"], setup);
    await inNetwork(paths, ["sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward"]);
  }
  if (!(await hasNodeAddress(paths))) {
    throw benchError({
      code: "HED5003",
      message: `the network namespace ${paths.netns} did not get the address ${addresses.node}`,
      fix: "check that this machine allows veth devices: ip link add a type veth peer name b",
    });
  }
}

/** Removes the network namespace, with everything in it: devices, routes and iptables rules. */
export async function removeNetworkNamespace(paths: BenchPaths): Promise<void> {
  // Several mounts on one name are possible after an interrupted start.
  for (let round = 0; round < 8 && (await isNetworkNamespace(paths.netns)); round++) {
    await execa("umount", ["--lazy", paths.netns], { reject: false });
  }
  await rm(paths.netns, { force: true });
}

async function isNetworkNamespace(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const { stdout } = await execa("stat", ["--file-system", "--format=%T", path], { reject: false });
  return stdout === "nsfs";
}

async function hasNodeAddress(paths: BenchPaths): Promise<boolean> {
  const { stdout } = await inNetwork(paths, ["ip", "-o", "addr", "show", "dev", "node0"]);
  return stdout.includes(` ${addresses.node}/`);
}

/** Runs a command in the namespace; its failure is judged by the caller. */
async function inNetwork(paths: BenchPaths, command: readonly string[], input = "") {
  return execa("nsenter", [`--net=${paths.netns}`, "--", ...command], {
    reject: false,
    input,
    env: systemEnvironment(),
  });
}

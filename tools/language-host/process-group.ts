import { readFile, readdir } from "node:fs/promises";

/**
 * The other processes in the process group led by `leader`; empty where there is no /proc to read
 * or `leader` leads no group.
 */
export async function processGroupMembers(leader: number): Promise<number[]> {
  const names = await readdir("/proc").catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const groups = await Promise.all(pids.map(processGroup));
  return pids.filter((pid, index) => pid !== leader && groups[index] === leader);
}

async function processGroup(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, "utf8").catch(() => "");
  // "pid (command) state ppid pgrp …": the command may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[2] === undefined ? undefined : Number(fields[2]);
}

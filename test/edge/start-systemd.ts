import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { execa } from "execa";
import {
  createControlGroups,
  groupProcs,
  killControlGroups,
  removeControlGroups,
} from "../../bench/cluster/control-groups.ts";
import { waitUntil } from "../../bench/cluster/wait-until.ts";
import { ensureSystemd } from "../../tools/system-packages.ts";

/** A systemd that runs one unit. */
export interface Systemd {
  /** `systemctl`, as the administrator of the machine calls it; its output. Throws where it fails. */
  control(...args: readonly string[]): Promise<string>;
  /** Ends it and all that it runs. */
  stop(): Promise<void>;
}

interface SystemdOptions {
  /** Name of the unit, without `.service`. */
  readonly name: string;
  /** Its text. */
  readonly unit: string;
  /** Files that services find at another place, because the unit hides homes from them: by that place, below `/run`. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Starts the real systemd as the first process of namespaces of its own, where it knows one unit alone, and waits until
 * that runs. Its mounts and processes end with it; the network is that of the test.
 */
export async function startSystemd({ name, unit, files }: SystemdOptions): Promise<Systemd> {
  const systemd = await ensureSystemd();
  const group = `/heddle-systemd-${String(process.pid)}`;
  await createControlGroups(group);
  const own = ["--mount", "--pid", "--ipc", "--uts", "--cgroup", "--fork", "--mount-proc"];
  const script = join(import.meta.dirname, "systemd-alone.sh");
  const pairs = Object.entries(files).flat();
  const joined = groupProcs(group).map((each) => `echo $$ >${each}`);
  // The process joins its group first: the root of its hierarchies is where it is then.
  const child = spawn(
    "sh",
    [
      ...["-c", ["set -e", ...joined, 'exec "$@"'].join("\n"), "sh"],
      ...["unshare", ...own, "--kill-child=KILL"],
      ...["sh", script, systemd, name, unit, ...pairs],
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const exited = once(child, "exit");
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill("SIGKILL");
    await exited;
    await killControlGroups(group);
    await removeControlGroups(group);
  };
  const control = async (...args: readonly string[]): Promise<string> => {
    const { stdout: first } = await execa("ps", ["--ppid", String(child.pid), "-o", "pid="]);
    const into = ["--target", first.trim(), "--mount", "--pid", "--"];
    return (await execa("nsenter", [...into, "systemctl", ...args])).stdout;
  };
  const runs = (): Promise<boolean> =>
    control("is-active", `${name}.service`).then(
      () => true,
      () => child.exitCode !== null,
    );
  const started = await waitUntil(runs, { timeout: 30_000, interval: 100 });
  if (started && child.exitCode === null) return { control, stop };
  await stop();
  throw new Error(`systemd does not run ${name}:\n${said}`);
}

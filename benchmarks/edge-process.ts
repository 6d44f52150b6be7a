import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A proxy under measurement, with one worker thread. */
export interface EdgeProcess {
  readonly port: number;
  /** From its start to its first answer, in milliseconds. */
  readonly startMs: number;
  /** Processor time so far, in seconds. */
  processorSeconds(): Promise<number>;
  /** Memory, in MiB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a proxy from the text of its bootstrap; resolves when its port answers, whatever it answers. Linux only. */
export async function startProcess(
  envoy: string,
  { folder, config, port }: { folder: string; config: string; port: number },
): Promise<EdgeProcess> {
  const file = join(folder, `${String(port)}.json`);
  await writeFile(file, config);
  const flags = ["--disable-hot-restart", "--concurrency", "1", "-l", "error"];
  const started = performance.now();
  const child = spawn(envoy, ["-c", file, ...flags], { stdio: ["ignore", "ignore", "inherit"] });
  const exited = once(child, "exit");
  while (!(await answers(port))) {
    if (child.exitCode === null && performance.now() - started < 30_000) await sleep(5);
    else {
      child.kill();
      throw new Error(`the proxy on port ${String(port)} does not answer`);
    }
  }
  const read = (what: string): Promise<string> =>
    readFile(`/proc/${String(child.pid)}/${what}`, "utf8");
  return {
    port,
    startMs: performance.now() - started,
    async processorSeconds() {
      // The kernel counts in hundredths of a second; user time, then system time.
      const fields = (await read("stat")).split(") ")[1]?.split(" ") ?? [];
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    memory: async () => Number(/VmRSS:\s+(\d+)/.exec(await read("status"))?.[1]) / 1024,
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/`).catch(() => undefined);
  return answer !== undefined;
}

import { spawn } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";

import { processGroupMembers } from "./process-group.ts";

/** How long a child may take to end after an interrupt before it is killed, in milliseconds. */
const GRACE = 5000;

/**
 * Every process that the host started. They stay in the host's own process group, which the engine
 * made and signals as a whole: so they end with the host even when the host is killed outright.
 */
export class Children {
  readonly #running = new Set<ChildProcess>();
  #stopping = false;

  /** Starts a program; it is forgotten when it exits. Throws once {@link stop} was called. */
  start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    if (this.#stopping) throw new Error("the language host is stopping: nothing more is started");
    const child = spawn(command, [...args], options);
    this.#running.add(child);
    const forget = (): void => void this.#running.delete(child);
    child.once("exit", forget).once("error", forget);
    return child;
  }

  /** Interrupts every child and its descendants, and kills what is left after the grace time. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const children = [...this.#running];
    await this.#signal(children, "SIGINT");
    const exits = children.filter((child) => !hasExited(child)).map((child) => once(child, "exit"));
    await Promise.race([Promise.all(exits), delay(GRACE, undefined, { ref: false })]);
    await this.#signal(children, "SIGKILL");
  }

  async #signal(children: readonly ChildProcess[], signal: NodeJS.Signals): Promise<void> {
    for (const child of children) if (!hasExited(child)) child.kill(signal);
    for (const pid of await processGroupMembers(process.pid)) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended between the listing and the signal.
      }
    }
  }
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

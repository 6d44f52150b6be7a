import { fstatSync } from "node:fs";

/** How often the parent's process id is compared, in milliseconds. */
const PARENT_CHECK_INTERVAL = 1000;

/**
 * Calls `onGone` once when the process that started us asks us to stop or is no longer there: on
 * SIGINT, SIGTERM and SIGHUP, when the pipe on standard input closes, or when we were re-parented.
 */
export function watchParent(onGone: () => Promise<void>): void {
  let gone = false;
  const stop = (): void => {
    if (gone) return;
    gone = true;
    void onGone();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);

  // The engine holds the other end of a pipe open for as long as it lives. A terminal or a file
  // (somebody debugs the host by hand) says nothing about a parent.
  const input = fstatSync(0);
  if (input.isFIFO() || input.isSocket()) {
    process.stdin.on("end", stop).on("error", stop).resume();
    process.stdin.unref();
  }

  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, PARENT_CHECK_INTERVAL).unref();
}

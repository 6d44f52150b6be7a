import { setTimeout as delay } from "node:timers/promises";

/** How long and how often to look at a condition. */
export interface WaitOptions {
  /** Milliseconds after which waiting is given up. */
  readonly timeout: number;
  /** Milliseconds between two looks. Default 100. */
  readonly interval?: number;
  /** Called before each look; an error thrown here ends the wait at once. */
  readonly abort?: () => void;
}

/**
 * Looks at a condition until it holds. A look that throws counts as "not yet".
 *
 * @returns true when it held in time, false when time ran out
 */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  { timeout, interval = 100, abort }: WaitOptions,
): Promise<boolean> {
  const deadline = performance.now() + timeout;
  for (;;) {
    abort?.();
    try {
      if (await condition()) return true;
    } catch {
      // Not yet: servers that are starting refuse, reset and answer with errors.
    }
    if (performance.now() >= deadline) return false;
    await delay(interval);
  }
}

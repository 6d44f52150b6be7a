import { Listr } from "listr2";
import type { ListrTaskWrapper } from "listr2";
import type { DefaultRenderer, SimpleRenderer } from "listr2";

import { describeTool } from "./catalogue.ts";
import type { ToolName } from "./catalogue.ts";
import type { ToolProgress } from "./ensure-tools.ts";
import type { Expectation } from "./durations.ts";

type Report = (progress: ToolProgress) => void;
type Task = ListrTaskWrapper<unknown, typeof DefaultRenderer, typeof SimpleRenderer>;

/**
 * Shows the progress of making tools ready while `work` runs, on standard error: a live list on a
 * terminal, one line for each event elsewhere.
 */
export async function showToolProgress<Result>(
  names: readonly ToolName[],
  work: (report: Report) => Promise<Result>,
): Promise<Result> {
  if (!process.stderr.isTTY) {
    return work((progress) => process.stderr.write(`${progressLine(progress)}\n`));
  }
  return showList(names, work);
}

/** One event as a line of text. */
export function progressLine(progress: ToolProgress): string {
  const title = `${progress.name} ${describeTool(progress.name).version}`;
  switch (progress.kind) {
    case "found":
      return `${title}: found in ${progress.tool.from} (${progress.tool.path})`;
    case "waiting":
      return `${title}: another run is building it; waiting for it`;
    case "built":
      return `${title}: ready after ${formatSeconds(progress.seconds)}`;
    case "building": {
      const { remaining, remainingSeconds } = progress;
      const rest =
        remaining.length === 0
          ? "the last one"
          : `then ${String(remaining.length)} more, about ${formatSeconds(remainingSeconds)}`;
      return `${title}: building, ${expectation(progress.expected)}; ${rest}`;
    }
  }
}

/** Seconds for people: `38 s`, `4 min 44 s`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${String(whole)} s` : `${String(minutes)} min ${String(whole % 60)} s`;
}

function expectation({ seconds, measured }: Expectation): string {
  return measured
    ? `took ${formatSeconds(seconds)} last time`
    : `takes about ${formatSeconds(seconds)} the first time`;
}

async function showList<Result>(
  names: readonly ToolName[],
  work: (report: Report) => Promise<Result>,
): Promise<Result> {
  const ends = new Map(names.map((name) => [name, Promise.withResolvers<undefined>()]));
  const tasks = new Map<ToolName, Task>();
  const list = new Listr(
    names.map((name) => ({
      title: `${name} ${describeTool(name).version}`,
      task: async (_: unknown, task: Task) => {
        tasks.set(name, task);
        await ends.get(name)?.promise;
      },
    })),
    { concurrent: true, registerSignalListeners: false },
  );
  const shown = list.run();
  shown.catch(() => undefined); // The error comes from the work itself.
  try {
    return await work((progress) => {
      const task = tasks.get(progress.name);
      if (task !== undefined) task.title = progressLine(progress);
      if (progress.kind === "found" || progress.kind === "built") {
        ends.get(progress.name)?.resolve(undefined);
      }
    });
  } catch (error) {
    for (const end of ends.values()) end.reject(new Error("not ready"));
    throw error;
  } finally {
    await shown.catch(() => undefined);
  }
}

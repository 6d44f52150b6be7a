import { Listr } from "listr2";
import type { BenchProgress, BenchStep } from "./progress.ts";

type Report = (progress: BenchProgress) => void;

/** One event of `benchUp` as a line of text: `node: ready after 1.2 s`. */
export function progressText({ step, state, detail, milliseconds = 0 }: BenchProgress): string {
  const seconds = (milliseconds / 1000).toFixed(1);
  switch (state) {
    case "started":
      return `${step}: …`;
    case "running":
      return `${step}: ${detail ?? "…"}`;
    case "finished":
      return `${step}: ready after ${seconds} s`;
    case "failed":
      return `${step}: failed after ${seconds} s`;
  }
}

/**
 * Shows the progress of `work` on standard error: a live list on a terminal, one line for each finished step
 * elsewhere.
 *
 * @param steps the steps that `work` will report, in the order of the list
 */
export async function showProgress<Result>(
  steps: readonly BenchStep[],
  work: (report: Report) => Promise<Result>,
): Promise<Result> {
  if (process.stderr.isTTY) return showList(steps, work);
  return work((progress) => {
    if (progress.state !== "started") process.stderr.write(`${progressText(progress)}\n`);
  });
}

async function showList<Result>(
  steps: readonly BenchStep[],
  work: (report: Report) => Promise<Result>,
): Promise<Result> {
  const ends = new Map(steps.map((step) => [step, Promise.withResolvers<undefined>()]));
  const titles = new Map<BenchStep, (title: string) => void>();
  const list = new Listr(
    steps.map((step) => ({
      title: step,
      task: async (_context, task) => {
        titles.set(step, (title) => {
          task.title = title;
        });
        await ends.get(step)?.promise;
      },
    })),
    { concurrent: true, exitOnError: false, registerSignalListeners: false },
  );
  const shown = list.run().catch(() => undefined); // The error comes from the work itself.
  const report: Report = (progress) => {
    titles.get(progress.step)?.(progressText(progress));
    if (progress.state === "finished") ends.get(progress.step)?.resolve(undefined);
    if (progress.state === "failed") ends.get(progress.step)?.reject(new Error("failed"));
  };
  try {
    const result = await work(report);
    for (const end of ends.values()) end.resolve(undefined);
    return result;
  } catch (cause) {
    for (const end of ends.values()) end.reject(new Error("not done"));
    throw cause;
  } finally {
    await shown;
  }
}

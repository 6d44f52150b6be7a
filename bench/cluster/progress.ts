/** What is done to bring a bench up, in the order in which it starts; some of it happens side by side. */
export const benchSteps = [
  "system",
  "tools",
  "namespaces",
  "containerd",
  "kube-apiserver",
  "cluster images",
  "mesh images",
  "node",
  "coredns",
  "istio",
] as const;

/** One of the things that are done to bring a bench up. */
export type BenchStep = (typeof benchSteps)[number];

/** What a long command of the bench reports while it works. */
export interface BenchProgress {
  readonly step: BenchStep;
  readonly state: "started" | "running" | "finished" | "failed";
  /** What is being done within a step that is running. */
  readonly detail?: string;
  /** Milliseconds that a step took; absent before its end. */
  readonly milliseconds?: number;
}

/** Runs a piece of work as a step that is reported. */
export type Step = <T>(name: BenchStep, work: () => Promise<T>) => Promise<T>;

/** A `Step` that reports to a listener, which may be absent. */
export function progressSteps(listener: ((progress: BenchProgress) => void) | undefined): Step {
  return async (step, work) => {
    listener?.({ step, state: "started" });
    const start = performance.now();
    const report = (state: "finished" | "failed"): void => {
      listener?.({ step, state, milliseconds: Math.round(performance.now() - start) });
    };
    try {
      const result = await work();
      report("finished");
      return result;
    } catch (cause) {
      report("failed");
      throw cause;
    }
  };
}

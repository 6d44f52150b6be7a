import { bench } from "../../bench/index.ts";
import { printDuration } from "../../model/duration.ts";
import { findCall } from "./find-call.ts";
import type { Scenario } from "./scenario.ts";

const requests = 10;

/** How far from the deadline a cut may fall, as a share of it. */
const tolerance = 0.2;

/** A slow upstream is cut at the deadline of the call. */
export const timeout: Scenario = {
  title: "timeout: an upstream that is too slow",
  async run({ mesh, graph, cluster }) {
    const { from, to, edge } = findCall(
      graph,
      "a timeout and no retries to an HTTP service",
      (each) =>
        each.timeout !== undefined &&
        (each.retries?.attempts ?? 0) === 0 &&
        graph.services.some(({ id, ports }) => id === each.to && ports[0]?.protocol === "http"),
    );
    const deadline = edge.timeout ?? 0;
    const run = await bench(mesh, cluster).traffic({
      from,
      to,
      requests,
      timeoutMs: deadline * 5,
      plan: { delay: { ms: deadline * 4 } },
    });
    const cut = run.statuses["504"] ?? 0;
    const { min, max } = run.latency;
    return {
      what: `timeout ${from} → ${to}`,
      intended: `cut at ${printDuration(deadline)} ± ${String(tolerance * 100)} %`,
      measured: `${String(cut)} of ${String(requests)} cut after ${min.toFixed(0)} to ${max.toFixed(0)} ms`,
      pass:
        cut === requests && min >= deadline * (1 - tolerance) && max <= deadline * (1 + tolerance),
    };
  },
};

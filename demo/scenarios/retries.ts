import { bench } from "../../bench/index.ts";
import { judgeTries } from "../../bench/traffic/judge.ts";
import { findCall } from "./find-call.ts";
import type { Scenario } from "./scenario.ts";

const requests = 50;

/** An upstream fails twice for every request; callers see no failure, and the upstream counts three tries each. */
export const retries: Scenario = {
  title: "retries: an upstream that fails twice",
  async run({ mesh, graph, cluster }) {
    const { from, to } = findCall(
      graph,
      "two retries on 503",
      ({ retries: each }) => each?.attempts === 2 && each.on.includes("503"),
    );
    const run = await bench(mesh, cluster).traffic({
      from,
      to,
      requests,
      plan: { fail: { times: 2, status: 503 } },
    });
    return {
      what: `retries ${from} → ${to}`,
      intended: "2 failures absorbed, 3 tries each",
      measured: `${String(run.succeeded)} of ${String(requests)} succeed, tries ${JSON.stringify(run.upstreamTries)}`,
      pass: run.failed === 0 && judgeTries(run, 3).pass,
    };
  },
};

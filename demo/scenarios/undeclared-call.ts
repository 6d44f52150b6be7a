import { bench } from "../../bench/index.ts";
import { judgeRefusal } from "../../bench/traffic/judge.ts";
import type { Scenario } from "./scenario.ts";

/** A service of the mesh, with an identity and mutual TLS, calls one that it does not declare, and is sent away. */
export const undeclaredCall: Scenario = {
  title: "access: a call that nobody declared",
  async run({ mesh, cluster }) {
    const run = await bench(mesh, cluster).traffic({ from: "orders", to: "cart", requests: 20 });
    return {
      what: "undeclared orders → cart",
      intended: "403",
      measured: Object.entries(run.statuses)
        .map(([status, count]) => `${String(count)} × ${status}`)
        .join(", "),
      pass: judgeRefusal(run, 403).pass,
    };
  },
};

import { bench } from "../../bench/index.ts";
import { judgeRefusal } from "../../bench/traffic/judge.ts";
import type { Scenario } from "./scenario.ts";

/** A pod outside the mesh speaks plain HTTP to a service in it, and gets nowhere. */
export const plaintext: Scenario = {
  title: "strict mTLS: plaintext from outside the mesh",
  async run({ mesh, cluster, stranger }) {
    const run = await bench(mesh, cluster).traffic({
      from: stranger,
      to: "cart",
      requests: 20,
      connections: "per-request",
    });
    return {
      what: "plaintext stranger → cart",
      intended: "refused",
      measured: `${String(run.failed)} of ${String(run.sent)} refused (${Object.keys(run.errors).join(", ")})`,
      pass: judgeRefusal(run).pass,
    };
  },
};

import { bench } from "../../bench/index.ts";
import { judgeIdentity } from "../../bench/traffic/judge.ts";
import type { Scenario } from "./scenario.ts";

/** The callee sees who calls: the identity of the caller's service account, proved by its certificate. */
export const identity: Scenario = {
  title: "identity: who the callee sees",
  async run({ mesh, cluster }) {
    const wanted = `spiffe://${mesh.trust.domain}/ns/${mesh.namespace}/sa/web`;
    const run = await bench(mesh, cluster).traffic({ from: "web", to: "cart", requests: 20 });
    return {
      what: "identity web → cart",
      intended: wanted,
      measured: Object.keys(run.identities).join(", "),
      pass: run.failed === 0 && judgeIdentity(run, wanted).pass,
    };
  },
};

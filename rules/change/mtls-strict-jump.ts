import type { Graph, WorkloadNode } from "../../graph/graph.ts";
import { workloadsOf } from "../../graph/query.ts";
import { receiverModes } from "../receiver-mode.ts";
import type { ChangeRule } from "../rule.ts";

/** Plaintext is refused only when nobody sends it any more. */
export const mtlsStrictJump: ChangeRule = {
  id: "change/mtls-strict-jump",
  code: "HED4704",
  severity: "error",
  summary: "every declared caller had a proxy before the callee became strict",
  covers: [],
  reads: ["receiverModes", "services", "workloads", "calls"],
  needs: ["receiver-mode"],
  check({ before, after }, find) {
    const services = new Map(after.services.map((each) => [each.id, each]));
    const now = new Map(before.workloads.map((each) => [nameOf(each), each]));
    for (const call of after.calls) {
      const callee = services.get(call.to);
      const caller = services.get(call.from);
      if (callee === undefined || caller === undefined) continue;
      const node = workloadsOf(after, callee)
        .filter((each) => now.has(nameOf(each)) && !isStrict(before, each))
        .map((each) => isStrict(after, each))
        .find((each) => each !== undefined);
      if (node === undefined) continue;
      for (const workload of workloadsOf(after, caller)) {
        const running = now.get(nameOf(workload));
        // A caller that comes with this update starts with what it has then.
        const meshed = running === undefined ? workload.inMesh : running.inMesh;
        if (meshed === true) continue;
        const starts = meshed === false && workload.inMesh === true;
        find({
          outcome: meshed === false ? "fail" : "unknown",
          origin: node.origin,
          message: `${call.to} refuses plaintext from now on, and its caller ${nameOf(workload)} ${starts ? "gets its proxy in this same update" : meshed === false ? "has no proxy" : "may have no proxy"}`,
          fix: "stay permissive until the pods of every caller have a proxy, then switch to strict in an update of its own",
        });
      }
    }
  },
};

/** The setting that makes a workload refuse plaintext. */
function isStrict(graph: Pick<Graph, "receiverModes">, workload: WorkloadNode) {
  return receiverModes(graph, workload).find(({ mode }) => mode === "strict")?.node;
}

function nameOf({ namespace, name }: WorkloadNode): string {
  return `${namespace}/${name}`;
}

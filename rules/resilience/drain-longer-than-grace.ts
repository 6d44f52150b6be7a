import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { printDuration } from "../../model/duration.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "../workloads/checked-workloads.ts";
import { drainOf, drainOfMesh, proxyConfig } from "./drain-durations.ts";

/** What Kubernetes gives a pod to end where nothing is said, in milliseconds. */
const usual = 30_000;

/** A proxy that drains ends before its pod is killed. */
export const drainLongerThanGrace: Rule = {
  id: "resilience/drain-longer-than-grace",
  code: "HED4772",
  severity: "warning",
  summary: "the proxy has drained before its pod is killed",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const pods = checkedWorkloads(graph).filter(({ mode }) => mode === "sidecar");
    for (const pod of pods) {
      const drain = drainOf(pod);
      if (drain === undefined || drain < graceOf(pod)) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["metadata", "annotations", proxyConfig]),
        message: `the proxy drains for ${printDuration(drain)}, and the pod is killed after ${printDuration(graceOf(pod))}`,
        fix: `set terminationGracePeriodSeconds above ${String(Math.ceil(drain / 1000))}, or terminationDrainDuration lower`,
      });
    }
    const drain = drainOfMesh(graph);
    const { object } = meshConfig(graph);
    if (drain === undefined || object === undefined) return;
    const killed = pods.filter((pod) => drainOf(pod) === undefined && drain >= graceOf(pod));
    const [first] = killed;
    if (first === undefined) return;
    const more = killed.length === 1 ? "" : ` and ${String(killed.length - 1)} more`;
    find({
      outcome: "fail",
      origin: object.origin(),
      message: `proxies drain for ${printDuration(drain)}, and ${first.object.kind} ${first.namespace}/${first.name}${more} is killed before: after ${printDuration(graceOf(first))}`,
      fix: "set terminationDrainDuration below the shortest grace period, or say it for the workloads that need it",
    });
  },
};

function graceOf({ podSpec: { terminationGracePeriodSeconds: seconds } }: VirtualPod): number {
  return seconds === undefined ? usual : seconds * 1000;
}

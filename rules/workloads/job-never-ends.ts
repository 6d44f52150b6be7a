import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";

const name = "sidecar.istio.io/nativeSidecar";

/** The proxy of a job ends with the job: it is a native sidecar. */
export const jobNeverEnds: Rule = {
  id: "workloads/job-never-ends",
  code: "HED4779",
  severity: "warning",
  summary: "the proxy of a job ends with the job",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of virtualPods(graph)) {
      const { object, annotations, labels, mode, containers } = pod;
      if (object.type !== "batch/Job" && object.type !== "batch/CronJob") continue;
      if (mode !== "sidecar" || (annotations[name] ?? labels[name]) !== "false") continue;
      // The application can end the proxy itself.
      const text = JSON.stringify(containers.map(({ command, args }) => [command, args]));
      if (text.includes("quitquitquit")) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["metadata"]),
        message: `${name} is "false": the proxy runs on when the job is done, and the job never completes`,
        fix: `remove ${name}, so that the proxy is a native sidecar, which Kubernetes ends`,
      });
    }
  },
};

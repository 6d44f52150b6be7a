import {
  horizontalPodAutoscalerSpec,
  horizontalPodAutoscalerType,
} from "../../graph/kinds/horizontal-pod-autoscaler.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "../workloads/checked-workloads.ts";

/** An autoscaler looks at the application and not at the sum of it and its sidecar. */
export const autoscalerCountsProxy: Rule = {
  id: "operations/autoscaler-counts-proxy",
  code: "HED4825",
  severity: "info",
  summary: "an autoscaler of a workload with a sidecar measures its container",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const scalers = objectsOf(graph, horizontalPodAutoscalerType);
    if (scalers.length === 0) return;
    const pods = new Map(
      checkedWorkloads(graph).map((pod) => [
        `${pod.namespace} ${pod.object.kind} ${pod.name}`,
        pod,
      ]),
    );
    for (const object of scalers) {
      const { scaleTargetRef, metrics } = horizontalPodAutoscalerSpec(object) ?? {};
      const { kind = "", name = "" } = scaleTargetRef ?? {};
      const pod = pods.get(`${object.namespace} ${kind} ${name}`);
      if (pod?.inMesh !== true || pod.containers.every((each) => each.name === "istio-proxy")) {
        continue;
      }
      const index = listed(metrics).findIndex(measuresPod);
      if (index < 0) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "metrics", index]),
        message: `measures ${kind} ${name} with its sidecar, whose requests and use count as the application's`,
        fix: "use a metric of the type ContainerResource with the name of the application's container",
      });
    }
  },
};

function listed(metrics: unknown): readonly unknown[] {
  return Array.isArray(metrics) ? metrics : [];
}

/** Whether a metric is a part of what all containers of the pod request. */
function measuresPod(metric: unknown): boolean {
  if (typeof metric !== "object" || metric === null) return false;
  const { type, resource } = metric as {
    readonly type?: unknown;
    readonly resource?: { readonly target?: { readonly type?: unknown } } | null;
  };
  return type === "Resource" && resource?.target?.type === "Utilization";
}

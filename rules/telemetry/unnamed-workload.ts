import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads, isControlPlane } from "../workloads/checked-workloads.ts";

/** What Istio takes for the name and the version of a workload in metrics and traces, the first one first. */
const ofName = ["service.istio.io/canonical-name", "app.kubernetes.io/name", "app"];
const ofVersion = ["service.istio.io/canonical-revision", "app.kubernetes.io/version", "version"];

/** Metrics can tell the workloads of the mesh apart: they have a name, and a version where there are several images. */
export const unnamedWorkload: Rule = {
  id: "telemetry/unnamed-workload",
  code: "HED4773",
  severity: "info",
  summary: "labels say the name of a workload, and its version where there are several",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of meshed(graph)) {
      const name = labelOf(pod, ofName);
      if (name !== undefined && labelOf(pod, ofVersion) !== undefined) continue;
      const others = name === undefined ? 0 : (named(graph).get(`${pod.namespace} ${name}`) ?? 0);
      if (name !== undefined && others < 2) continue;
      const kinds = name === undefined ? ofName : ofVersion;
      find({
        outcome: "fail",
        origin: pod.origin(["metadata", "labels"]),
        message:
          name === undefined
            ? `has none of the labels ${kinds.join(", ")}: metrics and traces call it by the name of its ${pod.object.kind}`
            : `has none of the labels ${kinds.join(", ")}, and ${name} runs ${String(others)} different images: in metrics they are all of version latest`,
        fix: `add the label ${kinds[1] ?? ""} to the pods`,
      });
    }
  },
};

function labelOf({ labels }: VirtualPod, keys: readonly string[]): string | undefined {
  const key = keys.find((each) => (labels[each] ?? "") !== "");
  return key === undefined ? undefined : labels[key];
}

const meshed = (graph: ObjectGraph): readonly VirtualPod[] =>
  checkedWorkloads(graph).filter(
    (pod) =>
      (pod.mode === "sidecar" || pod.mode === "ambient") &&
      !isControlPlane(pod) &&
      pod.containers.some(({ name }) => name !== "istio-proxy"),
  );

/** How many different images the workloads of a name run, by namespace and name. */
const named = perGraph((graph): ReadonlyMap<string, number> => {
  const images = new Map<string, Set<string>>();
  for (const pod of meshed(graph)) {
    const name = labelOf(pod, ofName);
    if (name === undefined) continue;
    const key = `${pod.namespace} ${name}`;
    const known = images.get(key) ?? new Set();
    images.set(key, known.add(pod.containers.map(({ image = "" }) => image).join(" ")));
  }
  return new Map([...images].map(([key, each]) => [key, each.size]));
});

import type { Rule } from "../rule.ts";
import { annotatedWorkloads } from "../workloads/checked-workloads.ts";
import { resourceAnnotations, resourceKinds, type Resource } from "./proxy-resources.ts";

const allNames = resourceKinds.flatMap((kind) => Object.values(resourceAnnotations[kind]));

/** A workload that sizes its sidecar sizes all of it: one annotation takes away every default. */
export const sidecarHalfSized: Rule = {
  id: "operations/sidecar-half-sized",
  code: "HED4823",
  severity: "info",
  summary: "annotations that size a sidecar say both its CPU and its memory",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of annotatedWorkloads(graph)) {
      if (pod.mode === "none" || pod.mode === "ambient") continue;
      if (!allNames.some((each) => each in pod.annotations)) continue;
      const namesOf = (kind: Resource) =>
        Object.values(resourceAnnotations[kind]).filter((each) => each in pod.annotations);
      const missing = resourceKinds.find((kind) => namesOf(kind).length === 0);
      const said = resourceKinds.flatMap(namesOf);
      const first = said[0];
      if (missing === undefined || first === undefined) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["metadata", "annotations", first]),
        message: `${said.join(" and ")} ${said.length === 1 ? "takes" : "take"} away all defaults of the sidecar, and nothing says its ${missing}`,
        fix: `add ${resourceAnnotations[missing].request} and ${resourceAnnotations[missing].limit}`,
      });
    }
  },
};

import { meshConfigContent } from "../../graph/objects/mesh-config.ts";
import type { Rule } from "../rule.ts";
import { meshConfigFaults } from "./mesh-config-faults.ts";

/** MeshConfig is one that Istio takes. Otherwise istiod goes on with the one before, or with its defaults. */
export const meshConfigRule: Rule = {
  id: "objects/mesh-config",
  code: "HED4680",
  severity: "error",
  summary: "the configuration of the mesh is one that Istio takes",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const stated = meshConfigContent(graph);
    if (stated === undefined) return;
    const { object, content, path } = stated;
    const fix =
      "correct the value: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/";
    if (content === undefined) {
      const message = "the configuration of the mesh is no YAML that can be read";
      find({ outcome: "fail", origin: object.origin(path), message, fix });
      return;
    }
    for (const { field, problem } of meshConfigFaults(content)) {
      find({ outcome: "fail", origin: object.origin(path), message: `${field} ${problem}`, fix });
    }
  },
};

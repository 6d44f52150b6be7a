import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Finding, Rule } from "../rule.ts";

/** Workloads only call hosts outside that the mesh knows. */
export const allowAny: Rule = {
  id: "egress/allow-any",
  code: "HED4600",
  severity: "info",
  summary: "workloads only call hosts outside that a ServiceEntry names",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config, object: mesh } = meshConfig(graph);
    if (mesh !== undefined && config.outboundTrafficPolicy?.mode === "ALLOW_ANY") {
      find({ ...fault("outboundTrafficPolicy of MeshConfig"), origin: mesh.origin() });
    }
    for (const object of settledObjects(graph, sidecarType, find)) {
      if (sidecarSpec(object)?.outboundTrafficPolicy?.mode !== "ALLOW_ANY") continue;
      const origin = object.origin(["spec", "outboundTrafficPolicy", "mode"]);
      find({ ...fault("outboundTrafficPolicy"), origin });
    }
  },
};

function fault(what: string): Pick<Finding, "outcome" | "message" | "fix"> {
  return {
    outcome: "fail",
    message: `${what} lets workloads call every host outside`,
    fix: "set REGISTRY_ONLY, and a ServiceEntry for each host that is called",
  };
}

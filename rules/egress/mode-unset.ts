import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** An outbound traffic policy says its mode. */
export const modeUnset: Rule = {
  id: "egress/mode-unset",
  code: "HED4601",
  severity: "info",
  summary: "the outbound traffic policy of a Sidecar has a mode",
  covers: ["KIA1007"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, sidecarType, find)) {
      const policy = sidecarSpec(object)?.outboundTrafficPolicy;
      if (policy === undefined || (policy.mode ?? "") !== "") continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "outboundTrafficPolicy"]),
        message:
          "the outbound traffic policy has no mode, and REGISTRY_ONLY then holds, whatever the mesh says",
        fix: "set mode to REGISTRY_ONLY or ALLOW_ANY, or remove outboundTrafficPolicy",
      });
    }
  },
};

import type { Rule } from "../rule.ts";
import { replicatedGateways } from "./gateway-pods.ts";

/** The instances of a gateway run on different nodes. */
export const gatewayOnOneNode: Rule = {
  id: "operations/gateway-on-one-node",
  code: "HED4766",
  severity: "info",
  summary: "the instances of a gateway are spread over nodes or zones",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of replicatedGateways(graph)) {
      const { topologySpreadConstraints, affinity } = pod.podSpec;
      const spread =
        Array.isArray(topologySpreadConstraints) && topologySpreadConstraints.length > 0;
      const apart = typeof affinity === "object" && Object.hasOwn(affinity, "podAntiAffinity");
      if (spread || apart) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["spec"]),
        message: "nothing keeps the instances of the gateway apart: all may run on one node",
        fix: "add topologySpreadConstraints over topology.kubernetes.io/zone and kubernetes.io/hostname",
      });
    }
  },
};

import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

const everyHost: ReadonlySet<string> = new Set([
  "*",
  "*.local",
  "*.cluster.local",
  "*.svc.cluster.local",
]);

/** A DestinationRule for every host sets TLS and nothing else. */
export const policyForEveryHost: Rule = {
  id: "destinations/policy-for-every-host",
  code: "HED4764",
  severity: "info",
  summary: "a DestinationRule for every host sets TLS only",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, destinationRuleType)) {
      const spec = destinationRuleSpec(object);
      if (spec === undefined || !everyHost.has(spec.host ?? "")) continue;
      const { host = "", trafficPolicy = {}, subsets = [] } = spec;
      const more = [
        ...Object.keys(trafficPolicy).filter((each) => each !== "tls"),
        ...(subsets.length > 0 ? ["subsets"] : []),
      ];
      if (more.length === 0) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "host"]),
        message: `sets ${more.join(", ")} for every host that ${host} stands for`,
        fix: "write a DestinationRule for each service that needs it; defaults of the mesh belong into MeshConfig",
      });
    }
  },
};

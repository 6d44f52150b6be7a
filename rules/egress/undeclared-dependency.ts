import { serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { hasNameless } from "../../graph/objects/has-nameless.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { resolveHost } from "../../graph/objects/resolve-host.ts";
import type { Rule } from "../rule.ts";

/** Where only known hosts can be called, every host outside that is called has a ServiceEntry. */
export const undeclaredDependency: Rule = {
  id: "egress/undeclared-dependency",
  code: "HED4675",
  severity: "error",
  summary: "under REGISTRY_ONLY, every host outside that is called has a ServiceEntry",
  covers: [],
  reads: ["objects", "services", "calls"],
  needs: [],
  check(graph, find) {
    const { config, object } = meshConfig(graph);
    if (object === undefined || config.outboundTrafficPolicy?.mode !== "REGISTRY_ONLY") return;
    const services = new Map(graph.services.map((each) => [each.id, each]));
    for (const { from, to, origin } of graph.calls) {
      const [caller, callee] = [services.get(from), services.get(to)];
      if (caller === undefined || callee?.external !== true) continue;
      const { kind } = resolveHost(graph, callee.host, caller.namespace);
      if (kind === "found") continue;
      const problem =
        kind === "invisible"
          ? `whose ServiceEntry is not exported to namespace ${caller.namespace}`
          : "which no ServiceEntry names";
      find({
        outcome: hasOpenEntry(graph) ? "unknown" : "fail",
        origin,
        message: `${from} calls ${callee.host}, ${problem}, and only hosts that the mesh knows can be called`,
        fix: `add a ServiceEntry for ${callee.host} that namespace ${caller.namespace} sees`,
      });
    }
  },
};

/** Whether a ServiceEntry that is not known in full before the deploy may be the one. */
function hasOpenEntry(graph: ObjectGraph): boolean {
  return (
    hasNameless(graph, serviceEntryType) ||
    objectsOf(graph, serviceEntryType).some(({ unresolved }) =>
      unresolved.some(([first]) => first === "spec"),
    )
  );
}
